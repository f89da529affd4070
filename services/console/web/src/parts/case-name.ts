const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** As the orchestrator writes them: `HT-20261124-7K3M9QX2-D`. */
const CODE = /^HT-\d{8}-[0-9A-Z]{8}-[0-9A-Z]$/i;

/** Whether a text may be the id of a case. */
export const isCaseId = (text: string): boolean => UUID.test(text);

/** Whether a text may be the code of a case, which people have. */
export const isCaseCode = (text: string): boolean => CODE.test(text);
