import { createHash } from 'node:crypto';
import { securityHeaders } from '@hengtong/platform';

const style = `
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; max-width: 30rem; margin: 15vh auto; padding: 0 1rem }
  [lang=en] { opacity: .75 }
`;

/** Of the one page that the console makes itself: for when there is no way to the other. Nothing is loaded, no script runs. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`,
};

const REASONS = {
  away: { zh: '身份认证服务暂时没有响应，请稍后再试。', en: 'The sign-in service does not answer at the moment. Try again shortly.' },
  unknown: {
    zh: '这次登录已过期，或不是在此浏览器中开始的。',
    en: 'This sign-in has expired, or was not begun in this browser.',
  },
  refused: { zh: '身份认证服务没有完成这次登录。', en: 'The sign-in service did not complete this sign-in.' },
} as const;

/** Why somebody could not be signed in, and the way to try again. `to` is an address of this origin. */
export function failedPage({ to, because }: { to: string; because: keyof typeof REASONS }): string {
  const { zh, en } = REASONS[because];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>无法登录 Cannot sign in · 横通 Hengtong</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>无法登录 <span lang="en">Cannot sign in</span></h1>
<p>${zh} <span lang="en">${en}</span></p>
<p><a href="/auth/sign-in?to=${encodeURIComponent(to)}">重新登录 <span lang="en">Sign in again</span></a></p>
</main>
</body>
</html>
`;
}
