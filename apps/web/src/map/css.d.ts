/** The bundler takes a style sheet that a component imports into the page's own. */
declare module "*.css"
