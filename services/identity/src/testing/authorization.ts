import { openBrowser } from '@hengtong/local';

/** A request for an authorization code, as an application makes it. The verifier and its challenge are those of RFC 7636, appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

export function authorization(more: Record<string, string> = {}): Record<string, string> {
  return {
    client_id: 'hengtong-cli',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1:5555/callback',
    scope: 'openid',
    state: 'of-the-application',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  };
}

/** One browser: it keeps cookies and shows redirects instead of following them. */
export class Browser {
  private readonly url: string;
  private readonly browse = openBrowser();

  constructor(url: string) {
    this.url = url;
  }

  /** Begins to sign in; resolves to the address of the form, or to where the issuer sends the browser instead. */
  async begin(parameters = authorization()): Promise<string> {
    const { headers } = await this.get(`/auth?${new URLSearchParams(parameters).toString()}`);
    return headers.get('location') ?? '';
  }

  get(path: string): Promise<Response> {
    return this.send(path, {});
  }

  post(path: string, form: Record<string, string>): Promise<Response> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Hands the form in and goes on to the application's own address. @returns what stands there as query. */
  async signIn(form: string, name: string, password: string): Promise<URLSearchParams> {
    const resume = await this.post(form, { name, password });
    const end = await this.get(resume.headers.get('location') ?? '');
    return new URL(end.headers.get('location') ?? '').searchParams;
  }

  private send(path: string, init: Parameters<typeof this.browse>[1]): Promise<Response> {
    return this.browse(new URL(path, this.url), init);
  }
}
