/**
 * Whether an address can be written into a file that everyone reads: http or https, without a user name or a password, and without a
 * parameter that has the name of a secret.
 */
export function isPublicUrl({ protocol, username, password, searchParams }: URL): boolean {
  return /^https?:$/.test(protocol) && username + password === "" && ![...searchParams.keys()].some(isSecret);
}

function isSecret(name: string): boolean {
  return /token|secret|pass|key|auth|signature|credential|^sig$/i.test(name);
}
