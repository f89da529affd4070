/** Leads to the sign-in page, and back to this address afterwards. */
export function toSignIn(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/auth/sign-in?to=${encodeURIComponent(pathname + search)}`);
}
