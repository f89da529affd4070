/** A small definition in YAML for tests. `replace` swaps a piece of it; a piece that is not there fails the test. */
export function licence(...replace: readonly (readonly [piece: string, by: string])[]): string {
  return replace.reduce((text, [piece, by]) => {
    if (!text.includes(piece)) throw new Error(`the test's definition holds no ${piece}`);
    return text.replace(piece, by);
  }, LICENCE);
}

const LICENCE = `process: food-licence
version: 1
title: { zh: 食品经营许可, en: Food licence }
goal: { zh: 可以经营食品, en: May sell food }
classification: { function: service, importance: core, relation: inter-department, direction: horizontal }
legalBasis: [{ instrument: 食品安全法, article: "35" }]
notice: 30cd
input:
  name: { item: enterprise.name, required: true, type: string, minLength: 2 }
  area: { item: premises.area, type: number, exclusiveMinimum: 0 }
  owner:
    item: person.identity
    required: true
    type: object
    properties:
      idNumber: { required: true, type: string, format: resident-id }
  staff: { item: enterprise.employees, type: array, items: { type: object, properties: { age: { type: integer } } } }
steps:
  register:
    department: market-regulation
    capability: enterprise.register
    power: MR-0101
    input: { name: input.name }
    output: [uscc]
    compensate: { capability: enterprise.withdraw, power: MR-0107 }
  fire-safety:
    after: [register]
    when: has(input.area) && input.area > 100
    department: public-security
    capability: fire.inspect
    power: PS-0301
    input: { area: input.area }
    output: [certificate]
  licence:
    after: [register, fire-safety]
    department: market-regulation
    capability: food.license
    power: MR-0202
    input: { uscc: register.uscc, certificate: fire-safety.certificate, kind: { value: food } }
    output: [number]
result: { licence: licence.number }
`;
