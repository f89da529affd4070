/** Whether a text is the code of an administrative division (GB/T 2260), or how one begins. */
export const isDivision = (text: string): boolean => /^[1-9]\d{1,5}$/.test(text);
