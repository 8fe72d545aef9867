const CLUSTER = /^redis(s?)\+cluster:\/\/(?:(.*)@)?([^@/?#]+)\/?$/

/**
 * The servers that an address of a cluster names, each by an address of its own: some of the cluster's, through
 * which the others are found. Nothing where it is no address of a cluster.
 */
export function serversOfCluster(url: string): string[] | undefined {
  const [, secure = "", login, hosts] = CLUSTER.exec(url) ?? []
  if (!hosts) return undefined
  const who = login === undefined ? "" : `${login}@`
  const servers = hosts.split(",").map((host) => `redis${secure}://${who}${host}`)
  return servers.every(namesHost) ? servers : undefined
}

const namesHost = (server: string) => URL.canParse(server) && new URL(server).hostname !== ""
