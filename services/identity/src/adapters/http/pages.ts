import { createHash } from 'node:crypto';
import { securityHeaders } from '@hengtong/platform';

const style = `
  body { font: 16px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; color: #1b1f24; background: #f4f5f7; margin: 0 }
  main { max-width: 22rem; margin: 12vh auto; padding: 2rem; background: #fff; border: 1px solid #d5d9de; border-radius: 6px }
  h1 { font-size: 1.3rem; margin: 0 0 1rem }
  label { display: block; margin-top: 1rem }
  input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; border: 1px solid #78818c; border-radius: 4px }
  button { margin-top: 1.5rem; width: 100%; padding: .6rem; font: inherit; color: #fff; background: #0b5394; border: 0; border-radius: 4px }
  :focus-visible { outline: 3px solid #f0a30a; outline-offset: 2px }
  [role=alert] { padding: .5rem .75rem; background: #fdecea; border-left: 4px solid #b3261e }
  [lang=en] { color: #57606a }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * The headers of every page here. Nothing is loaded, no script runs, nobody may frame it. `sendsTo` is where a form may lead beside this
 * origin: browsers hold redirects after it against the policy, too (CSP 3 §6.4.2).
 */
export function htmlHeaders(sendsTo?: string): Record<string, string> {
  const formAction = ["'self'", ...(sendsTo === undefined ? [] : [sendsTo])].join(' ');
  return {
    ...securityHeaders,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  };
}

/** A sentence in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** The sign-in to `application`; `name` is what was typed before, `fault` why that was not enough. The form leads to `action`. */
export function signInPage({ action, application, name = '', fault }: SignInPage): string {
  return page(
    { zh: '登录', en: 'Sign in' },
    `<p>${escape(application)}</p>
${fault === undefined ? '' : `<p role="alert">${both(fault)}</p>`}
<form method="post" action="${escape(action)}">
<label for="name">${both({ zh: '用户名', en: 'Name' })}</label>
<input id="name" name="name" value="${escape(name)}" autocomplete="username" autocapitalize="none" maxlength="100" required${name === '' ? ' autofocus' : ''}>
<label for="password">${both({ zh: '密码', en: 'Password' })}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required${name === '' ? '' : ' autofocus'}>
<button>登录 Sign in</button>
</form>`,
  );
}

export interface SignInPage {
  readonly action: string;
  readonly application: string;
  readonly name?: string;
  readonly fault?: Said;
}

/** Asks whether to sign out. `form` is oidc-provider's own, without its button. */
export function signOutPage(form: string): string {
  return page(
    { zh: '退出登录', en: 'Sign out' },
    `<p>${both({ zh: '要退出横通吗？', en: 'Do you want to sign out of Hengtong?' })}</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">退出 Sign out</button>`,
  );
}

/** What there is to say once somebody is signed out. */
export function signedOutPage(): string {
  return page({ zh: '已退出', en: 'Signed out' }, `<p>${both({ zh: '可以关闭此页面。', en: 'You can close this page.' })}</p>`);
}

/** What went wrong, in the protocol's own words: `error` is its code. */
export function errorPage(error: string, description = ''): string {
  const what = { zh: '无法登录，请返回应用重试。', en: 'This did not work. Go back to the application and try again.' };
  return page(
    { zh: '出错了', en: 'Something is wrong' },
    `<p role="alert">${both(what)}</p>\n<p>${escape(error)}: ${escape(description)}</p>`,
  );
}

function page(title: Said, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title.zh} ${title.en} · 横通 Hengtong</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${both(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const both = ({ zh, en }: Said): string => `${zh} <span lang="en">${en}</span>`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
