/** Where the other ways find who is signed in. */
export const sessionKeyOfWays = (token: string) => `ways-session:${token}`
