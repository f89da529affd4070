/** Written from the OpenAPI document of the running service by tests/api-types/write.mjs. */

export interface paths {
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases, the newest or the oldest first
         * @description All that is asked must hold. Page after page, the list is the whole of what the filter finds.
         */
        get: operations["Cases.list"];
        put?: never;
        /**
         * Open a case
         * @description Accepted as soon as it is written, also while the bus is away. With an Idempotency-Key the same request gets the same answer for 7 days.
         */
        post: operations["Cases.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a case with its steps
         * @description Each caller sees what is theirs. Operators see *** for personal values until they disclose the case with a reason.
         */
        get: operations["Cases.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what happened in a case, in order */
        get: operations["Cases.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who was let see personal values of a case, newest first */
        get: operations["Disclosures.list"];
        put?: never;
        /**
         * See personal values of a case
         * @description For 15 minutes the case and its events are shown to this caller in clear. Who asked, when and why is kept for good.
         */
        post: operations["Disclosures.disclose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what flows where
         * @description Kept as things happen, a second or two behind, and never counted over all cases: it may be asked every second.
         */
        get: operations["Flows.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List processes with their versions */
        get: operations["Processes.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a version of a process */
        get: operations["Processes.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{id}/versions/{version}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what the cases of a version came to
         * @description Over all cases since the version was first used, kept as things happen. An answer is counted when it comes, not when its case closes.
         */
        get: operations["Processes.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List dead letters, newest first, without their bodies */
        get: operations["DeadLetters.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many dead letters there are by status, topic and code, and since when */
        get: operations["DeadLetters.summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/redrives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run all again that wait under a filter, at most 1,000, the oldest first */
        post: operations["DeadLetters.redriveAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/discards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put all away for good that wait under a filter, at most 1,000, the oldest first */
        post: operations["DeadLetters.discardAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a dead letter with its headers and the form of its body, values hidden */
        get: operations["DeadLetters.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run the stored bytes again, under the same command key */
        post: operations["DeadLetters.redrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a dead letter away for good, with a reason */
        post: operations["DeadLetters.discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has seen the body in clear, when and why, latest first */
        get: operations["DeadLetters.disclosures"];
        put?: never;
        /** See the body in clear; who did, when and why is recorded for good */
        post: operations["DeadLetters.disclose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What is wrong here, and what to do */
            detail?: string;
            instance?: string;
            traceId?: string;
            /** @description How many there are now, where the request said another number */
            count?: number;
            errors?: {
                /** @description JSON pointer (RFC 6901) into the body, or the name of a query or path parameter */
                pointer: string;
                detail: string;
            }[];
        };
    };
    responses: {
        /** @description Too many requests */
        TooManyRequests: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description How many requests are left (r) within how many seconds (t), under the policy that is named.
         * @example "client";r=4999;t=1
         */
        RateLimit: string;
        /**
         * @description How many requests (q) are taken within how many seconds (w): draft-ietf-httpapi-ratelimit-headers-11.
         * @example "client";q=5000;w=1
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before the next request.
         * @example 1
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Cases.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                /** @description The id, the code or the applicant’s reference of a case */
                q?: string;
                process?: string;
                /** @description These cases and no others: given several times, or joined by commas; 200 at most */
                id?: string[];
                /** @description One or several: given several times, or joined by commas */
                status?: ("running" | "suspended" | "compensating" | "stalled" | "closed")[];
                outcome?: "granted" | "refused" | "withdrawn" | "cancelled";
                /** @description A division code, or the beginning of one: 3301 is all of Hangzhou */
                division?: string;
                /** @description The applicant’s reference */
                reference?: string;
                /** @description Where a step lies now */
                department?: string;
                /** @description Which step lies somewhere now */
                step?: string;
                /** @description Opened then or later */
                openedFrom?: string;
                /** @description Opened before */
                openedTo?: string;
                /** @description Closed then or later */
                closedFrom?: string;
                /** @description Closed before */
                closedTo?: string;
                /** @description Open, and without progress since then */
                idleBefore?: string;
                /** @description What was opened last comes first, or what was opened first */
                order?: "newest" | "oldest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @description Readable, with a check character */
                            code: string;
                            process: string;
                            version: number;
                            division: string;
                            /** @enum {string} */
                            status: "running" | "suspended" | "compensating" | "stalled" | "closed";
                            /** @enum {string} */
                            outcome?: "granted" | "refused" | "withdrawn" | "cancelled";
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                            /** Format: date-time */
                            closedAt?: string;
                            /** @description What the applicant calls it */
                            reference?: string;
                            /** @description Where it lies, as far as the caller may see; a second or two behind */
                            now: {
                                step: string;
                                department: string;
                                /** @enum {string} */
                                status: "waiting" | "requested" | "in-progress" | "suspended" | "completed" | "refused" | "failed" | "skipped" | "recalled" | "compensating" | "compensated";
                                /**
                                 * Format: date-time
                                 * @description When the department was asked
                                 */
                                since: string;
                            }[];
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cases.open": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again with the same body, it gets the stored answer and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Which process: the newest version in force is taken */
                    process: string;
                    /** @description Where it is applied for */
                    division: string;
                    applicant: {
                        /** @enum {string} */
                        kind: "person" | "enterprise";
                        /** @enum {string} */
                        idType: "resident-id" | "passport" | "uscc" | "other";
                        idNumber: string;
                        name: string;
                        /** @description The caller’s own number for it */
                        reference?: string;
                    };
                    /** @description The one form; its fields stand in the process definition */
                    input: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The case is open */
            201: {
                headers: {
                    /** @description Where the case is */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Readable, with a check character */
                        code: string;
                        process: string;
                        version: number;
                        division: string;
                        /** @enum {string} */
                        status: "running" | "suspended" | "compensating" | "stalled" | "closed";
                        /** @enum {string} */
                        outcome?: "granted" | "refused" | "withdrawn" | "cancelled";
                        /** @description Who may see a part of the case only sees what that part needs */
                        applicant: {
                            /** @enum {string} */
                            kind?: "person" | "enterprise";
                            /** @enum {string} */
                            idType?: "resident-id" | "passport" | "uscc" | "other";
                            idNumber?: string;
                            name?: string;
                            /** @description The caller’s own number for it */
                            reference?: string;
                        };
                        input: {
                            [key: string]: unknown;
                        };
                        steps: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "waiting" | "requested" | "in-progress" | "suspended" | "completed" | "refused" | "failed" | "skipped" | "recalled" | "compensating" | "compensated";
                                department: string;
                                division: string;
                                capability: string;
                                /** @enum {string} */
                                mode: "automatic" | "officer";
                                /** Format: date-time */
                                requestedAt?: string;
                                /**
                                 * Format: date-time
                                 * @description When somebody took it in hand
                                 */
                                startedAt?: string;
                                /** @description Who has it in hand, or had */
                                startedBy?: {
                                    /** @enum {string} */
                                    type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                                    /** @description The subject of the token, or the name of the service */
                                    id: string;
                                    department?: string;
                                    division?: string;
                                    /** @description The person for whom a system acted, as that system names them */
                                    onBehalfOf?: string;
                                };
                                /** Format: date-time */
                                completedAt?: string;
                                output?: {
                                    [key: string]: unknown;
                                };
                                refusal?: {
                                    code: string;
                                    law?: string;
                                    reason?: string;
                                };
                                error?: string;
                            };
                        };
                        result?: {
                            [key: string]: unknown;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** Format: date-time */
                        closedAt?: string;
                        /** @description Of a stalled case: what holds it up */
                        incident?: {
                            step: string;
                            /** Format: date-time */
                            since: string;
                            error?: string;
                        };
                        /** @description The trace of the request that opened it (W3C Trace Context); absent of older cases */
                        traceId?: string;
                        /** @description Personal values stand as *** for this caller */
                        masked?: boolean;
                        /**
                         * Format: date-time
                         * @description Until when this caller sees personal values in clear
                         */
                        disclosedUntil?: string;
                    };
                };
            };
            /** @description The request cannot be read. The body breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The first request under this key is not answered yet */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be application/json */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is well-formed, but cannot be done. This Idempotency-Key was used with another body */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot take this at the moment */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cases.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description Readable, with a check character */
                        code: string;
                        process: string;
                        version: number;
                        division: string;
                        /** @enum {string} */
                        status: "running" | "suspended" | "compensating" | "stalled" | "closed";
                        /** @enum {string} */
                        outcome?: "granted" | "refused" | "withdrawn" | "cancelled";
                        /** @description Who may see a part of the case only sees what that part needs */
                        applicant: {
                            /** @enum {string} */
                            kind?: "person" | "enterprise";
                            /** @enum {string} */
                            idType?: "resident-id" | "passport" | "uscc" | "other";
                            idNumber?: string;
                            name?: string;
                            /** @description The caller’s own number for it */
                            reference?: string;
                        };
                        input: {
                            [key: string]: unknown;
                        };
                        steps: {
                            [key: string]: {
                                /** @enum {string} */
                                status: "waiting" | "requested" | "in-progress" | "suspended" | "completed" | "refused" | "failed" | "skipped" | "recalled" | "compensating" | "compensated";
                                department: string;
                                division: string;
                                capability: string;
                                /** @enum {string} */
                                mode: "automatic" | "officer";
                                /** Format: date-time */
                                requestedAt?: string;
                                /**
                                 * Format: date-time
                                 * @description When somebody took it in hand
                                 */
                                startedAt?: string;
                                /** @description Who has it in hand, or had */
                                startedBy?: {
                                    /** @enum {string} */
                                    type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                                    /** @description The subject of the token, or the name of the service */
                                    id: string;
                                    department?: string;
                                    division?: string;
                                    /** @description The person for whom a system acted, as that system names them */
                                    onBehalfOf?: string;
                                };
                                /** Format: date-time */
                                completedAt?: string;
                                output?: {
                                    [key: string]: unknown;
                                };
                                refusal?: {
                                    code: string;
                                    law?: string;
                                    reason?: string;
                                };
                                error?: string;
                            };
                        };
                        result?: {
                            [key: string]: unknown;
                        };
                        /** Format: date-time */
                        openedAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        /** Format: date-time */
                        closedAt?: string;
                        /** @description Of a stalled case: what holds it up */
                        incident?: {
                            step: string;
                            /** Format: date-time */
                            since: string;
                            error?: string;
                        };
                        /** @description The trace of the request that opened it (W3C Trace Context); absent of older cases */
                        traceId?: string;
                        /** @description Personal values stand as *** for this caller */
                        masked?: boolean;
                        /**
                         * Format: date-time
                         * @description Until when this caller sees personal values in clear
                         */
                        disclosedUntil?: string;
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Cases.events": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            sequence: number;
                            type: string;
                            /** Format: date-time */
                            at: string;
                            step?: string;
                            data: {
                                [key: string]: unknown;
                            };
                            causationId?: string;
                            /** @description Who did it */
                            actor: {
                                /** @enum {string} */
                                type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                                /** @description The subject of the token, or the name of the service */
                                id: string;
                                department?: string;
                                division?: string;
                                /** @description The person for whom a system acted, as that system names them */
                                onBehalfOf?: string;
                            };
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Disclosures.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            caseId: string;
                            by: {
                                /** @enum {string} */
                                type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                                /** @description The subject of the token, or the name of the service */
                                id: string;
                                department?: string;
                                division?: string;
                                /** @description The person for whom a system acted, as that system names them */
                                onBehalfOf?: string;
                            };
                            reason: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            until: string;
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Disclosures.disclose": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is recorded, and holds from now on */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        caseId: string;
                        by: {
                            /** @enum {string} */
                            type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                            /** @description The subject of the token, or the name of the service */
                            id: string;
                            department?: string;
                            division?: string;
                            /** @description The person for whom a system acted, as that system names them */
                            onBehalfOf?: string;
                        };
                        reason: string;
                        /** Format: date-time */
                        at: string;
                        /** Format: date-time */
                        until: string;
                    };
                };
            };
            /** @description The request cannot be read. The body breaks its schema. A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body must be application/json */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Flows.get": {
        parameters: {
            query?: {
                /** @description Only cases of this division and all within it */
                division?: string;
                /** @description In which zone “today” begins */
                zone?: string;
                /** @description Minutes without progress after which an open case is idle */
                idleMinutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overview */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When it was read
                         */
                        at: string;
                        /** @description Changes that are not in it yet; more than a few only after a start on a database that did not keep it */
                        behind: number;
                        /** @description Those in which something lies, or was answered in the last seven days */
                        cells: {
                            process: string;
                            department: string;
                            /** @description Steps that no officer has in hand yet */
                            waiting: number;
                            /** @description Steps that an officer has in hand, or that software works on */
                            working: number;
                            /** @description Steps that have failed */
                            stalled: number;
                            /**
                             * Format: date-time
                             * @description Since when the oldest of them lies there
                             */
                            oldestSince?: string;
                            /** @description How long 9 of 10 steps took here in the last seven days, from asked to answered, within 9 % */
                            usualSeconds?: number;
                            oldest: {
                                /** Format: uuid */
                                caseId: string;
                                code: string;
                                step: string;
                                /**
                                 * Format: date-time
                                 * @description Since when the step lies there: when its department was asked
                                 */
                                since: string;
                                /** @enum {string} */
                                status: "waiting" | "requested" | "in-progress" | "suspended" | "completed" | "refused" | "failed" | "skipped" | "recalled" | "compensating" | "compensated";
                            }[];
                            /** @description Steps answered in the last hour */
                            perHour: number;
                        }[];
                        processes: {
                            process: string;
                            /** @description All that are not closed, those of the next four among them */
                            open: number;
                            suspended: number;
                            stalled: number;
                            compensating: number;
                            /** @description Open, and without progress for `idleMinutes` */
                            idle: number;
                            openedToday: number;
                            closedToday: {
                                granted: number;
                                refused: number;
                                withdrawn: number;
                                cancelled: number;
                            };
                            /** @description From opened to closed, of what was closed today */
                            leadSecondsToday: {
                                p50?: number;
                                p90?: number;
                            };
                        }[];
                        departments: {
                            department: string;
                            waiting: number;
                            working: number;
                            stalled: number;
                            /**
                             * Format: date-time
                             * @description Since when the oldest of them lies there
                             */
                            oldestSince?: string;
                            /** @description Steps answered in the last hour */
                            perHour: number;
                        }[];
                        /** @description The last 24 hours, the present one last; hours in which nothing happened are left out */
                        hours: {
                            /**
                             * Format: date-time
                             * @description When it began
                             */
                            hour: string;
                            process: string;
                            opened: number;
                            granted: number;
                            refused: number;
                            withdrawn: number;
                            cancelled: number;
                            p50?: number;
                            p90?: number;
                        }[];
                        /** @description The oldest 20 */
                        stalled: {
                            step?: string;
                            /** Format: date-time */
                            since: string;
                            error?: string;
                            /** Format: uuid */
                            caseId: string;
                            code: string;
                            process: string;
                            department?: string;
                        }[];
                        stalledCount: number;
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Processes.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            process: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            goal: {
                                zh: string;
                                en: string;
                            };
                            /** @description Where its steps lie, in the order of the steps; of the newest version */
                            departments: string[];
                            /** @description By which new cases are opened; absent if it cannot be applied for here at the moment */
                            version?: number;
                            versions: {
                                version: number;
                                /** @description SHA-256 of the canonical definition (RFC 8785), in hex */
                                digest: string;
                                /**
                                 * Format: date-time
                                 * @description When the orchestrator first saw it
                                 */
                                loadedAt: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Processes.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The definition, and the file that it was read from */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** @description SHA-256 of the canonical definition (RFC 8785), in hex */
                        digest: string;
                        /**
                         * Format: date-time
                         * @description When the orchestrator first saw it
                         */
                        loadedAt: string;
                        process: string;
                        title: {
                            zh: string;
                            en: string;
                        };
                        /** @description The definition with everything filled in that its author may leave out */
                        definition: {
                            [key: string]: unknown;
                        };
                        /** @description The YAML that it was read from; absent of versions that were loaded before it was kept */
                        source?: string;
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Processes.figures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases, lead times, and per step and department what was answered and how long it took */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        process: string;
                        version: number;
                        cases: {
                            opened: number;
                            granted: number;
                            refused: number;
                            withdrawn: number;
                            cancelled: number;
                        };
                        /** @description From opened to closed */
                        leadSeconds: {
                            p50?: number;
                            p90?: number;
                        };
                        /** @description In the order of the definition */
                        steps: {
                            step: string;
                            department: string;
                            done: number;
                            refused: number;
                            /** @description Times that it could not be done for a technical reason */
                            failed: number;
                            p50?: number;
                            p90?: number;
                            waitingSeconds: number;
                            workingSeconds: number;
                        }[];
                        departments: {
                            department: string;
                            done: number;
                            refused: number;
                            /** @description Times that it could not be done for a technical reason */
                            failed: number;
                            waitingSeconds: number;
                            workingSeconds: number;
                        }[];
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                topic?: string;
                code?: string;
                caseId?: string;
                /** @description Stands somewhere in the reason, in capitals or not */
                q?: string;
                status?: "waiting" | "redriven" | "discarded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            bus: string;
                            topic: string;
                            partition: number;
                            offset: string;
                            /** @enum {string} */
                            status: "waiting" | "redriven" | "discarded";
                            code: string;
                            reason: string;
                            /** Format: uuid */
                            caseId?: string;
                            step?: string;
                            headers: {
                                [key: string]: string;
                            };
                            /** @description How long the body is */
                            bytes: number;
                            /** @description The body with `***` in the place of every value; absent in lists, and where the body is no JSON */
                            structure?: unknown;
                            /** Format: date-time */
                            recordedAt: string;
                            /** Format: date-time */
                            settledAt?: string;
                            settledBecause?: string;
                            settledBy?: {
                                /** @enum {string} */
                                type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                                /** @description The subject of the token, or the name of the service */
                                id: string;
                                department?: string;
                                division?: string;
                                /** @description The person for whom a system acted, as that system names them */
                                onBehalfOf?: string;
                            };
                        }[];
                        next?: string;
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.summary": {
        parameters: {
            query?: {
                topic?: string;
                code?: string;
                caseId?: string;
                /** @description Stands somewhere in the reason, in capitals or not */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line for each kind, most of them first */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            status: "waiting" | "redriven" | "discarded";
                            topic: string;
                            code: string;
                            count: number;
                            /**
                             * Format: date-time
                             * @description When the first of them was recorded
                             */
                            oldest: string;
                        }[];
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.redriveAll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of those that wait */
                    filter: {
                        topic?: string;
                        code?: string;
                        /** Format: uuid */
                        caseId?: string;
                        /** @description Stands somewhere in the reason, in capitals or not */
                        q?: string;
                    };
                    /** @description How many wait under this filter, as last seen: if that has changed, nothing is done */
                    count: number;
                };
            };
        };
        responses: {
            /** @description What became of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        failed: {
                            /** Format: uuid */
                            id: string;
                            detail: string;
                        }[];
                        /** @description How many were not tried, beyond the 1000 of one request */
                        remaining: number;
                    };
                };
            };
            /** @description The body breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.discardAll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of those that wait */
                    filter: {
                        topic?: string;
                        code?: string;
                        /** Format: uuid */
                        caseId?: string;
                        /** @description Stands somewhere in the reason, in capitals or not */
                        q?: string;
                    };
                    /** @description How many wait under this filter, as last seen: if that has changed, nothing is done */
                    count: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What became of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        failed: {
                            /** Format: uuid */
                            id: string;
                            detail: string;
                        }[];
                        /** @description How many were not tried, beyond the 1000 of one request */
                        remaining: number;
                    };
                };
            };
            /** @description The body breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dead letter */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        bus: string;
                        topic: string;
                        partition: number;
                        offset: string;
                        /** @enum {string} */
                        status: "waiting" | "redriven" | "discarded";
                        code: string;
                        reason: string;
                        /** Format: uuid */
                        caseId?: string;
                        step?: string;
                        headers: {
                            [key: string]: string;
                        };
                        /** @description How long the body is */
                        bytes: number;
                        /** @description The body with `***` in the place of every value; absent in lists, and where the body is no JSON */
                        structure?: unknown;
                        /** Format: date-time */
                        recordedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBecause?: string;
                        settledBy?: {
                            /** @enum {string} */
                            type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                            /** @description The subject of the token, or the name of the service */
                            id: string;
                            department?: string;
                            division?: string;
                            /** @description The person for whom a system acted, as that system names them */
                            onBehalfOf?: string;
                        };
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.redrive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was taken */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        bus: string;
                        topic: string;
                        partition: number;
                        offset: string;
                        /** @enum {string} */
                        status: "waiting" | "redriven" | "discarded";
                        code: string;
                        reason: string;
                        /** Format: uuid */
                        caseId?: string;
                        step?: string;
                        headers: {
                            [key: string]: string;
                        };
                        /** @description How long the body is */
                        bytes: number;
                        /** @description The body with `***` in the place of every value; absent in lists, and where the body is no JSON */
                        structure?: unknown;
                        /** Format: date-time */
                        recordedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBecause?: string;
                        settledBy?: {
                            /** @enum {string} */
                            type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                            /** @description The subject of the token, or the name of the service */
                            id: string;
                            department?: string;
                            division?: string;
                            /** @description The person for whom a system acted, as that system names them */
                            onBehalfOf?: string;
                        };
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is well-formed, but cannot be done */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It was put away */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        bus: string;
                        topic: string;
                        partition: number;
                        offset: string;
                        /** @enum {string} */
                        status: "waiting" | "redriven" | "discarded";
                        code: string;
                        reason: string;
                        /** Format: uuid */
                        caseId?: string;
                        step?: string;
                        headers: {
                            [key: string]: string;
                        };
                        /** @description How long the body is */
                        bytes: number;
                        /** @description The body with `***` in the place of every value; absent in lists, and where the body is no JSON */
                        structure?: unknown;
                        /** Format: date-time */
                        recordedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBecause?: string;
                        settledBy?: {
                            /** @enum {string} */
                            type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                            /** @description The subject of the token, or the name of the service */
                            id: string;
                            department?: string;
                            division?: string;
                            /** @description The person for whom a system acted, as that system names them */
                            onBehalfOf?: string;
                        };
                    };
                };
            };
            /** @description A parameter breaks its schema. The body breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not in a state that allows this */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At most a thousand */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            by: {
                                /** @enum {string} */
                                type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                                /** @description The subject of the token, or the name of the service */
                                id: string;
                                department?: string;
                                division?: string;
                                /** @description The person for whom a system acted, as that system names them */
                                onBehalfOf?: string;
                            };
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            /** @description A parameter breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DeadLetters.disclose": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why the personal values must be seen */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The dead letter with its body */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        bus: string;
                        topic: string;
                        partition: number;
                        offset: string;
                        /** @enum {string} */
                        status: "waiting" | "redriven" | "discarded";
                        code: string;
                        reason: string;
                        /** Format: uuid */
                        caseId?: string;
                        step?: string;
                        headers: {
                            [key: string]: string;
                        };
                        /** @description How long the body is */
                        bytes: number;
                        /** @description The body with `***` in the place of every value; absent in lists, and where the body is no JSON */
                        structure?: unknown;
                        /** Format: date-time */
                        recordedAt: string;
                        /** Format: date-time */
                        settledAt?: string;
                        settledBecause?: string;
                        settledBy?: {
                            /** @enum {string} */
                            type: "system" | "agency" | "portal" | "operator" | "officer" | "service";
                            /** @description The subject of the token, or the name of the service */
                            id: string;
                            department?: string;
                            division?: string;
                            /** @description The person for whom a system acted, as that system names them */
                            onBehalfOf?: string;
                        };
                        /** @description The bytes as UTF-8, or `base64:` and their base64 where they are none */
                        body: string;
                    };
                };
            };
            /** @description A parameter breaks its schema. The body breaks its schema */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say who you are */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have not the right to do this */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            /** @description Something went wrong here */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
