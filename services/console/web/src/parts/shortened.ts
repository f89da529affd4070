/** An id, shortened in the middle so that its end, in which ids of one minute differ, is seen. */
export const shortened = (id: string): string => (id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id);
