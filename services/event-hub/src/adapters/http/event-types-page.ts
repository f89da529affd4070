import { createHash } from 'node:crypto';
import {
  type Bilingual,
  type CataloguedEvent,
  EVERY_SERVICE,
  exampleEvent,
  fieldsOf,
  type JsonSchema,
  type Retention,
  type SchemaField,
  type Sharing,
} from '@hengtong/contracts';
import { pageStyle } from './event-types-style.ts';
import { html, Markup } from './markup.ts';

const SHARING: Readonly<Record<Sharing, Bilingual>> = {
  unconditional: { zh: '无条件共享', en: 'every agency that has a use for it' },
  conditional: { zh: '有条件共享', en: 'agencies that the owner has approved' },
  none: { zh: '不予共享', en: 'nobody outside' },
};
const RETENTION: Readonly<Record<Retention, Bilingual>> = {
  case: { zh: '随办件保存', en: 'as long as the case' },
  technical: { zh: '技术性，短期保存', en: 'technical, a short time' },
};
const SENSITIVITY: Readonly<Record<string, Bilingual>> = {
  public: { zh: '公开', en: 'public' },
  internal: { zh: '内部', en: 'internal' },
  personal: { zh: '个人', en: 'personal' },
};

/** Whole, and not a template's part: the policy has the digest of every character between the tags. */
const style = new Markup(`<style>${pageStyle}</style>`);

/** Content-Security-Policy of the page: its one style and nothing else. */
export const eventTypesPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'; frame-ancestors 'none'`;

/**
 * The catalogue as people read it, Chinese with English beside it: a whole page without a script or another file, which prints well. Each
 * type is reached by `#<type>`.
 */
export function eventTypesPage(types: readonly CataloguedEvent[]): string {
  const owners = Map.groupBy(types, ({ owners: [owner = '', ...others] }) => (others.length > 0 ? SEVERAL : owner));
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>横通事件目录 · Event catalogue</title>
        ${style}
      </head>
      <body>
        <header>
          <h1>横通事件目录 ${english('Event catalogue of Hengtong')}</h1>
          ${both({
            zh: '各部门之间已发生的事项，按类型列出：何时发送、由谁发送、谁可以接收。事件不含个人信息。',
            en: 'What happens between departments, by type: when it is sent, by whom, and who may have it. No event carries a personal field.',
          })}
          ${both({
            zh: '共享类型依据《政务信息资源共享管理暂行办法》（国发〔2016〕51号）第九条。同一版本内只增加可选字段；其他变更使用新版本。',
            en: 'Sharing is after article 9 of the measures of 2016 on sharing government information. Within a version only optional fields are added.',
          })}
        </header>
        <nav aria-label="目录 Contents">
          ${[...owners].map(
            ([owner, own]) =>
              html`<h2>${ownerName(owner)}</h2>
                <ul>
                  ${own.map(
                    ({ type, title }) => html`<li><a href="#${type}">${title.zh}</a> ${english(title.en)} <code>${type}</code></li> `,
                  )}
                </ul> `,
          )}
        </nav>
        <main>${[...owners.values()].flat().map(section)}</main>
      </body>
    </html> `.text;
}

const SEVERAL = '+';

function section(event: CataloguedEvent): Markup {
  const { type, title, description, owners, sharing, retention, version, replacedBy, schema } = event;
  return html`<article id="${type}">
    <h2>${title.zh} ${english(title.en)}</h2>
    <p><code>${type}</code></p>
    ${both(description)}
    <dl>
      ${fact(
        { zh: '发送方', en: 'Owner' },
        owners.map((owner, index) => html`${index > 0 && '、'}${ownerName(owner)}`),
      )}
      ${fact({ zh: '共享类型', en: 'Who may have it' }, html`<span class="${sharing}">${SHARING[sharing].zh}</span> ${english(SHARING[sharing].en)}`)}
      ${fact({ zh: '保存', en: 'Kept' }, html`${RETENTION[retention].zh} ${english(RETENTION[retention].en)}`)}
      ${fact({ zh: '版本', en: 'Version' }, html`${version}${replacedBy !== undefined && html` → <a href="#${replacedBy}"><code>${replacedBy}</code></a>`}`)}
    </dl>
    <table>
      <caption>
        字段 ${english('Fields')}
      </caption>
      <thead>
        <tr>
          ${['字段 Field', '含义 Meaning', '类型 Type', '必填 Required', '数据项 Data item', '敏感性 Sensitivity'].map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${fieldsOf(schema).map(row)}
      </tbody>
    </table>
    <h3>示例 ${english('Example')}</h3>
    <pre>${JSON.stringify(exampleEvent(event), null, 2)}</pre>
  </article> `;
}

function row({ pointer, isRequired, item, sensitivity = '', schema }: SchemaField): Markup {
  const known = SENSITIVITY[sensitivity];
  return html`<tr>
    <th scope="row"><code>${pointer.slice(1)}</code></th>
    <td>${said(schema, 'title')} ${english(said(schema, 'description'))}</td>
    <td>${kindOf(schema)}</td>
    <td>${isRequired ? '是 yes' : '否 no'}</td>
    <td><code>${item}</code></td>
    <td class="${sensitivity}">${known && html`${known.zh} ${english(known.en)}`}</td>
  </tr> `;
}

const said = (schema: JsonSchema, keyword: string): string => {
  const value = schema[keyword];
  return typeof value === 'string' ? value : '';
};

/** What kind of value a field has, in the words of JSON Schema. */
function kindOf(schema: JsonSchema): string {
  const { enum: values, items } = schema;
  if (Array.isArray(values)) return values.join(' | ');
  return items === undefined ? said(schema, 'type') : `array of ${said(items as JsonSchema, 'type')}`;
}

const english = (text: string): Markup => html`<span lang="en">${text}</span>`;

const both = ({ zh, en }: Bilingual): Markup =>
  html`<div class="both">
    <p>${zh}</p>
    <p lang="en">${en}</p>
  </div>`;

const fact = (name: Bilingual, value: Markup | Markup[]): Markup =>
  html`<div>
    <dt>${name.zh} ${english(name.en)}</dt>
    <dd>${value}</dd>
  </div>`;

function ownerName(owner: string): Markup {
  if (owner === EVERY_SERVICE) return html`所有服务 ${english('every service')}`;
  return owner === SEVERAL ? html`多个部门 ${english('several departments')}` : html`<code>${owner}</code>`;
}
