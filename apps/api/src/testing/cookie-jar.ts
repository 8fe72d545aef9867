/** The cookies of one browser, as far as Podo's own are concerned: name and value, gone when they have no life left. */
export function openCookieJar() {
  const kept = new Map<string, string>()
  return {
    kept,
    header: () => [...kept].map(([name, value]) => `${name}=${value}`).join("; "),
    keep: (setCookies: string[]) => {
      for (const cookie of setCookies) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (name === undefined || value === undefined) continue
        if (/max-age=0/i.test(cookie)) kept.delete(name)
        else kept.set(name, value)
      }
    },
  }
}
