declare module "*.css" {
  const source: string
  // The bundler hands text modules over as their default export; there is no named form.
  export default source
}
