/** Written from the OpenAPI document of the running service by tests/api-types/write.mjs. */

export interface paths {
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pull events, in the order in which they were kept
         * @description Ask again with `after` set to the `next` of the page before: no event is left out and none comes twice. `next` is always there; with `wait` the answer comes when there is an event, or when the time is over. With `order=newest` it goes backwards: ask again with `before` set to `next` while `hasOlder`, and follow what comes meanwhile with `after` set to the `head` of the first page.
         */
        get: operations["Events.pull"];
        put?: never;
        /**
         * Publish an event of your own
         * @description One of the types that the catalogue has of your agency, checked against its schema. Others receive it as they are granted it.
         */
        post: operations["Publish.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receive events as they happen (server-sent events)
         * @description Each event has its cursor as `id`: a reader that was cut off comes back with `Last-Event-ID`, as browsers do by themselves. Ends when the token expires; who does not read for 20 s is cut off.
         */
        get: operations["Events.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export events as a file, a line each
         * @description All up to the moment of the request, or up to `until`; as fast as it is read.
         */
        get: operations["Export.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List every type of event, with schema, example, owner and sharing */
        get: operations["EventTypes.types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a type of event */
        get: operations["EventTypes.type"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{type}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who receives a type of your own, and how far delivery has come */
        get: operations["EventTypes.subscribers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** AsyncAPI 3 of the topics and the webhooks */
        get: operations["EventTypes.asyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue as a page to read */
        get: operations["EventTypes.page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List grants, newest first: your own, and those with types of your own */
        get: operations["Grants.list"];
        put?: never;
        /**
         * Ask for the right to receive events
         * @description Types that are shared without condition (无条件共享) are granted at once; those that are shared on condition (有条件共享) wait for each of their owners.
         */
        post: operations["Grants.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a grant */
        get: operations["Grants.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an agency have types of your own, or no longer
         * @description A department or an agency decides on its own types, an operator on those of the platform. What is declined is delivered no more.
         */
        post: operations["Grants.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/grants/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a grant, and every delivery under it */
        post: operations["Grants.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List subscriptions, newest first: an agency its own */
        get: operations["Subscriptions.list"];
        put?: never;
        /**
         * Subscribe
         * @description After the CloudEvents Subscriptions API. A webhook is asked first whether it agrees (OPTIONS, WebHook-Request-Origin); until it does the subscription is unverified. Nothing is delivered that is not granted. An operator subscribes for an `agency` that has a grant.
         */
        post: operations["Subscriptions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a subscription, and how far delivery has come */
        get: operations["Subscriptions.get"];
        put?: never;
        post?: never;
        /** End a subscription for good */
        delete: operations["Subscriptions.end"];
        options?: never;
        head?: never;
        /** Change what is wished, pause, or bring back */
        patch: operations["Subscriptions.change"];
        trace?: never;
    };
    "/v1/subscriptions/{id}/secret-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign with a new secret, for a day with the old one as well */
        post: operations["Subscriptions.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pull what has not been confirmed
         * @description The same events come again until they are confirmed: for those who can receive no calls and must not lose anything.
         */
        get: operations["Receive.pull"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that all up to a cursor has arrived */
        post: operations["Receive.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receive events of a subscription as they happen (server-sent events) */
        get: operations["Receive.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deliveries, newest first */
        get: operations["Deliveries.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a delivery with its attempts */
        get: operations["Deliveries.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/deliveries/{delivery}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a delivery again, whatever became of it */
        post: operations["Deliveries.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make again what has failed since a moment */
        post: operations["Deliveries.recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/test-sends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Call the webhook once with an example, to see whether it arrives
         * @description Signed like every call and marked `webhook-test`; kept nowhere.
         */
        post: operations["Deliveries.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List replays, newest first */
        get: operations["Replays.list"];
        put?: never;
        /**
         * Send once more, by time, cursor or case, or only what has failed
         * @description Each call is marked `webhook-replay` with the id of the replay. What is granted and wished now is sent, at a bounded rate.
         */
        post: operations["Replays.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/replays/{replay}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far a replay has come */
        get: operations["Replays.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{id}/replays/{replay}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send no more of a replay */
        post: operations["Replays.cancel"];
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
        __schema0: {
            exact: {
                [key: string]: string;
            };
        } | {
            prefix: {
                [key: string]: string;
            };
        } | {
            suffix: {
                [key: string]: string;
            };
        } | {
            all: components["schemas"]["__schema0"][];
        } | {
            any: components["schemas"]["__schema0"][];
        } | {
            not: components["schemas"]["__schema0"];
        } | {
            cel: string;
        };
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
    "Events.pull": {
        parameters: {
            query?: {
                /** @description Types, joined by commas */
                types?: string;
                /** @description The service that wrote it */
                source?: string;
                /** @description The case */
                subject?: string;
                process?: string;
                department?: string;
                /** @description A division and all within it */
                division?: string;
                /** @description A condition in CEL over `event` and `data` */
                filter?: string;
                limit?: number;
                /** @description The `next` of the page before. Default: the beginning of the log */
                after?: string;
                /** @description Begin with what happened at this time, in place of `after` */
                since?: string;
                /** @description newest: read back, the newest event first */
                order?: "oldest" | "newest";
                /** @description With order=newest: the `next` of the page before, or the cursor of an event. Default: the end of the log */
                before?: string;
                /** @description Seconds to wait for something to come */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of structured CloudEvents */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** @enum {string} */
                            specversion: "1.0";
                            /**
                             * Format: uuid
                             * @description Given by the unit of work. The same id again is transport noise
                             */
                            id: string;
                            /** @description gov.hengtong.<noun>.<past-participle>.v<n> */
                            type: string;
                            /** @description The service that wrote it; must be the one writer of the topic */
                            source: string;
                            /**
                             * Format: uuid
                             * @description What it is about, and the key: the case; of what belongs to no case, an id of its own
                             */
                            subject: string;
                            /** Format: date-time */
                            time: string;
                            process?: string;
                            step?: string;
                            department?: string;
                            division?: string;
                            /** @description Whose event it is, where an agency has published it through the event hub */
                            agency?: string;
                            /** @description The id of the message that caused this one */
                            causationid?: string;
                            /**
                             * 指令键
                             * @description case/step/forward|compensate|recall/attempt: one effect for each
                             */
                            commandkey?: string;
                            processversion?: number;
                            sequence?: number;
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            data: unknown;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description The cursor for `after`. The page holds all up to here that may be received and passes the filters */
                        next: string;
                        /** @description With order=newest: the end of the log when the page was read, to go on from with `after` */
                        head?: string;
                        /** @description With order=newest: whether the log goes further back than this page. `next` is then for `before` */
                        hasOlder?: boolean;
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
    "Publish.publish": {
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
                    /** @description One of those that the catalogue has of this department */
                    type: string;
                    /**
                     * Format: uuid
                     * @description The case that it is about; of what belongs to no case, a UUID of its own
                     */
                    subject: string;
                    /** @description The process of that case: whoever may have events of it alone gets this one by it */
                    process?: string;
                    /** @description Where it happened */
                    division?: string;
                    /** @description As the catalogue describes it, and no other field */
                    data: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description It is written and will be published */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The id under which every reader gets it
                         */
                        id: string;
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
    "Events.stream": {
        parameters: {
            query?: {
                /** @description Types, joined by commas */
                types?: string;
                /** @description The service that wrote it */
                source?: string;
                /** @description The case */
                subject?: string;
                process?: string;
                department?: string;
                /** @description A division and all within it */
                division?: string;
                /** @description A condition in CEL over `event` and `data` */
                filter?: string;
                /** @description Where to begin. Default: now. Last-Event-ID wins over it */
                after?: string;
                /** @description Begin with what happened at this time, in place of `after` */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream; `data` is a structured CloudEvent */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
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
    "Export.export": {
        parameters: {
            query?: {
                /** @description Types, joined by commas */
                types?: string;
                /** @description The service that wrote it */
                source?: string;
                /** @description The case */
                subject?: string;
                process?: string;
                department?: string;
                /** @description A division and all within it */
                division?: string;
                /** @description A condition in CEL over `event` and `data` */
                filter?: string;
                /** @description A cursor: what lies behind it. Default: the beginning of the log */
                after?: string;
                /** @description What happened from then on, in place of `after` */
                since?: string;
                /** @description What happened before then. Default: now */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description application/x-ndjson: structured CloudEvents */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
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
    "EventTypes.types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, by name */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            title: {
                                zh: string;
                                en: string;
                            };
                            /** @description What has happened, and when it is sent */
                            description: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            sharing: "unconditional" | "conditional" | "none";
                            /** @enum {string} */
                            retention: "case" | "technical";
                            /** @description JSON Schema 2020-12 of the body */
                            schema: {
                                [key: string]: unknown;
                            };
                            /** @description A body */
                            example: {
                                [key: string]: unknown;
                            };
                            type: string;
                            /** @description The services that write it, each on its own topic; `*` is every service */
                            owners: string[];
                            /** @description Within one, only optional fields are added */
                            version: number;
                            /** @description The type of the next version, if there is one: prefer it */
                            replacedBy?: string;
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
    "EventTypes.type": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        title: {
                            zh: string;
                            en: string;
                        };
                        /** @description What has happened, and when it is sent */
                        description: {
                            zh: string;
                            en: string;
                        };
                        /** @enum {string} */
                        sharing: "unconditional" | "conditional" | "none";
                        /** @enum {string} */
                        retention: "case" | "technical";
                        /** @description JSON Schema 2020-12 of the body */
                        schema: {
                            [key: string]: unknown;
                        };
                        /** @description A body */
                        example: {
                            [key: string]: unknown;
                        };
                        type: string;
                        /** @description The services that write it, each on its own topic; `*` is every service */
                        owners: string[];
                        /** @description Within one, only optional fields are added */
                        version: number;
                        /** @description The type of the next version, if there is one: prefer it */
                        replacedBy?: string;
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
    "EventTypes.subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Subscriptions that can get it */
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
                            /** @description The agency */
                            subscriber: string;
                            /** @enum {string} */
                            delivery: "webhook" | "sse" | "pull";
                            /** @enum {string} */
                            status: "unverified" | "active" | "paused" | "disabled" | "ended";
                            progress: {
                                /** @description All before it has been delivered, or confirmed */
                                cursor: string;
                                /** @description For operators and publishers: positions of the log between it and the newest event, whoever they are for */
                                behind?: number;
                            };
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
    "EventTypes.asyncApi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
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
    "EventTypes.page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/html */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
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
    "Grants.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
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
                            agency: string;
                            types: {
                                type: string;
                                /**
                                 * @description A type that its owner shares on condition waits for that owner
                                 * @enum {string}
                                 */
                                status: "waiting" | "granted" | "declined";
                                /** @description The service that writes it */
                                owner: string;
                                decidedBy?: {
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
                                decidedAt?: string;
                                reason?: string;
                            }[];
                            processes?: string[];
                            divisions?: string[];
                            purpose: string;
                            /** Format: date-time */
                            until: string;
                            /** @enum {string} */
                            status: "active" | "ended";
                            askedBy: {
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
                            askedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                            endedBecause?: string;
                            endedBy?: {
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
    "Grants.ask": {
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
                    /** @description For whom. An agency asks for itself and leaves it out; an operator says it */
                    agency?: string;
                    /** @description Types of events, as GET /v1/event-types lists them */
                    types: string[];
                    /** @description Only of these processes. Default: of all */
                    processes?: string[];
                    /** @description Only of cases within these divisions. Default: everywhere */
                    divisions?: string[];
                    /** @description What the agency needs them for */
                    purpose: string;
                    /**
                     * Format: date-time
                     * @description When it ends; at most five years from now
                     */
                    until: string;
                };
            };
        };
        responses: {
            /** @description What was granted, and what waits */
            201: {
                headers: {
                    /** @description Where the grant is */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        agency: string;
                        types: {
                            type: string;
                            /**
                             * @description A type that its owner shares on condition waits for that owner
                             * @enum {string}
                             */
                            status: "waiting" | "granted" | "declined";
                            /** @description The service that writes it */
                            owner: string;
                            decidedBy?: {
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
                            decidedAt?: string;
                            reason?: string;
                        }[];
                        processes?: string[];
                        divisions?: string[];
                        purpose: string;
                        /** Format: date-time */
                        until: string;
                        /** @enum {string} */
                        status: "active" | "ended";
                        askedBy: {
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
                        askedAt: string;
                        /** Format: date-time */
                        endedAt?: string;
                        endedBecause?: string;
                        endedBy?: {
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
        };
    };
    "Grants.get": {
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
            /** @description The grant */
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
                        agency: string;
                        types: {
                            type: string;
                            /**
                             * @description A type that its owner shares on condition waits for that owner
                             * @enum {string}
                             */
                            status: "waiting" | "granted" | "declined";
                            /** @description The service that writes it */
                            owner: string;
                            decidedBy?: {
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
                            decidedAt?: string;
                            reason?: string;
                        }[];
                        processes?: string[];
                        divisions?: string[];
                        purpose: string;
                        /** Format: date-time */
                        until: string;
                        /** @enum {string} */
                        status: "active" | "ended";
                        askedBy: {
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
                        askedAt: string;
                        /** Format: date-time */
                        endedAt?: string;
                        endedBecause?: string;
                        endedBy?: {
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
    "Grants.decide": {
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
                    types: string[];
                    /** @enum {string} */
                    decision: "granted" | "declined";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The grant */
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
                        agency: string;
                        types: {
                            type: string;
                            /**
                             * @description A type that its owner shares on condition waits for that owner
                             * @enum {string}
                             */
                            status: "waiting" | "granted" | "declined";
                            /** @description The service that writes it */
                            owner: string;
                            decidedBy?: {
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
                            decidedAt?: string;
                            reason?: string;
                        }[];
                        processes?: string[];
                        divisions?: string[];
                        purpose: string;
                        /** Format: date-time */
                        until: string;
                        /** @enum {string} */
                        status: "active" | "ended";
                        askedBy: {
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
                        askedAt: string;
                        /** Format: date-time */
                        endedAt?: string;
                        endedBecause?: string;
                        endedBy?: {
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
    "Grants.end": {
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
            /** @description The grant */
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
                        agency: string;
                        types: {
                            type: string;
                            /**
                             * @description A type that its owner shares on condition waits for that owner
                             * @enum {string}
                             */
                            status: "waiting" | "granted" | "declined";
                            /** @description The service that writes it */
                            owner: string;
                            decidedBy?: {
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
                            decidedAt?: string;
                            reason?: string;
                        }[];
                        processes?: string[];
                        divisions?: string[];
                        purpose: string;
                        /** Format: date-time */
                        until: string;
                        /** @enum {string} */
                        status: "active" | "ended";
                        askedBy: {
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
                        askedAt: string;
                        /** Format: date-time */
                        endedAt?: string;
                        endedBecause?: string;
                        endedBy?: {
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
    "Subscriptions.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                /** @description true: only those that should deliver and do not, because the hub has disabled them or nothing is taken; false: the others */
                failing?: "true" | "false";
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
                            /** @description The agency */
                            subscriber: string;
                            /** @enum {string} */
                            delivery: "webhook" | "sse" | "pull";
                            /** @enum {string} */
                            protocol: "HTTP";
                            /** @enum {string} */
                            status: "unverified" | "active" | "paused" | "disabled" | "ended";
                            statusReason?: string;
                            types?: string[];
                            source?: string;
                            filters?: components["schemas"]["__schema0"][];
                            projection?: string[];
                            sink?: string;
                            ordered: boolean;
                            ratePerSecond?: number;
                            description?: string;
                            /** @description Shown once: in the answer that made it */
                            secret?: string;
                            progress: {
                                /** @description All before it has been delivered, or confirmed */
                                cursor: string;
                                /** @description For operators and publishers: positions of the log between it and the newest event, whoever they are for */
                                behind?: number;
                            };
                            /**
                             * Format: date-time
                             * @description Of a webhook: when an event was last taken
                             */
                            deliveredAt?: string;
                            /**
                             * Format: date-time
                             * @description Of a webhook: since when nothing was taken, though it was tried
                             */
                            failingSince?: string;
                            createdBy: {
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
                            createdAt: string;
                            /** @description Who has changed it last, if anybody has */
                            updatedBy?: {
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
                            updatedAt: string;
                            /** @description Stands in the ETag; send it back in If-Match */
                            version: number;
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
    "Subscriptions.create": {
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
                    /** @description Only of these types. Default: of all that are granted */
                    types?: string[];
                    /** @description Only of this service */
                    source?: string;
                    /** @description All of them must hold */
                    filters?: components["schemas"]["__schema0"][];
                    /** @description Names of the fields of `data` that are delivered. Default: all */
                    projection?: string[];
                    /** @description Where a webhook is called: an address by https */
                    sink?: string;
                    /** @description Of a webhook: an event of a case waits until the one before it was taken. Default false */
                    ordered?: boolean;
                    /** @description Of a webhook: calls a second at the most. Default: none */
                    ratePerSecond?: number;
                    description?: string;
                    /** @description For whom. An agency subscribes for itself and leaves it out; an operator says it */
                    agency?: string;
                    /**
                     * @description webhook: events come to `sink`. sse, pull: the subscriber fetches them, and this keeps what is wished
                     * @enum {string}
                     */
                    delivery: "webhook" | "sse" | "pull";
                    /**
                     * @description The one protocol that there is
                     * @enum {string}
                     */
                    protocol?: "HTTP";
                    /** @description Of a webhook: what its calls are signed with. Default: one is made */
                    secret?: string;
                    /** @description Default now */
                    start?: "now" | {
                        /** Format: date-time */
                        time: string;
                    } | {
                        cursor: string;
                    };
                };
            };
        };
        responses: {
            /** @description The subscription, with its secret */
            201: {
                headers: {
                    /** @description Send it back in If-Match */
                    ETag?: string;
                    /** @description Where it is */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The agency */
                        subscriber: string;
                        /** @enum {string} */
                        delivery: "webhook" | "sse" | "pull";
                        /** @enum {string} */
                        protocol: "HTTP";
                        /** @enum {string} */
                        status: "unverified" | "active" | "paused" | "disabled" | "ended";
                        statusReason?: string;
                        types?: string[];
                        source?: string;
                        filters?: components["schemas"]["__schema0"][];
                        projection?: string[];
                        sink?: string;
                        ordered: boolean;
                        ratePerSecond?: number;
                        description?: string;
                        /** @description Shown once: in the answer that made it */
                        secret?: string;
                        progress: {
                            /** @description All before it has been delivered, or confirmed */
                            cursor: string;
                            /** @description For operators and publishers: positions of the log between it and the newest event, whoever they are for */
                            behind?: number;
                        };
                        /**
                         * Format: date-time
                         * @description Of a webhook: when an event was last taken
                         */
                        deliveredAt?: string;
                        /**
                         * Format: date-time
                         * @description Of a webhook: since when nothing was taken, though it was tried
                         */
                        failingSince?: string;
                        createdBy: {
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
                        createdAt: string;
                        /** @description Who has changed it last, if anybody has */
                        updatedBy?: {
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
                        updatedAt: string;
                        /** @description Stands in the ETag; send it back in If-Match */
                        version: number;
                    };
                };
            };
            /** @description The body breaks its schema. A parameter breaks its schema */
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
        };
    };
    "Subscriptions.get": {
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
            /** @description The subscription */
            200: {
                headers: {
                    /** @description Send it back in If-Match */
                    ETag?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The agency */
                        subscriber: string;
                        /** @enum {string} */
                        delivery: "webhook" | "sse" | "pull";
                        /** @enum {string} */
                        protocol: "HTTP";
                        /** @enum {string} */
                        status: "unverified" | "active" | "paused" | "disabled" | "ended";
                        statusReason?: string;
                        types?: string[];
                        source?: string;
                        filters?: components["schemas"]["__schema0"][];
                        projection?: string[];
                        sink?: string;
                        ordered: boolean;
                        ratePerSecond?: number;
                        description?: string;
                        /** @description Shown once: in the answer that made it */
                        secret?: string;
                        progress: {
                            /** @description All before it has been delivered, or confirmed */
                            cursor: string;
                            /** @description For operators and publishers: positions of the log between it and the newest event, whoever they are for */
                            behind?: number;
                        };
                        /**
                         * Format: date-time
                         * @description Of a webhook: when an event was last taken
                         */
                        deliveredAt?: string;
                        /**
                         * Format: date-time
                         * @description Of a webhook: since when nothing was taken, though it was tried
                         */
                        failingSince?: string;
                        createdBy: {
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
                        createdAt: string;
                        /** @description Who has changed it last, if anybody has */
                        updatedBy?: {
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
                        updatedAt: string;
                        /** @description Stands in the ETag; send it back in If-Match */
                        version: number;
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
    "Subscriptions.end": {
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
            /** @description It has ended */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description It has changed since you read it */
            412: {
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
    "Subscriptions.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what you have read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    types?: string[] | null;
                    source?: string | null;
                    filters?: components["schemas"]["__schema0"][] | null;
                    projection?: string[] | null;
                    /** @description Where a webhook is called: an address by https */
                    sink?: string;
                    /** @description Of a webhook: an event of a case waits until the one before it was taken. Default false */
                    ordered?: boolean;
                    ratePerSecond?: number | null;
                    description?: string | null;
                    /**
                     * @description active also brings back one that was disabled
                     * @enum {string}
                     */
                    status?: "active" | "paused";
                };
            };
        };
        responses: {
            /** @description The subscription */
            200: {
                headers: {
                    /** @description Send it back in If-Match */
                    ETag?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The agency */
                        subscriber: string;
                        /** @enum {string} */
                        delivery: "webhook" | "sse" | "pull";
                        /** @enum {string} */
                        protocol: "HTTP";
                        /** @enum {string} */
                        status: "unverified" | "active" | "paused" | "disabled" | "ended";
                        statusReason?: string;
                        types?: string[];
                        source?: string;
                        filters?: components["schemas"]["__schema0"][];
                        projection?: string[];
                        sink?: string;
                        ordered: boolean;
                        ratePerSecond?: number;
                        description?: string;
                        /** @description Shown once: in the answer that made it */
                        secret?: string;
                        progress: {
                            /** @description All before it has been delivered, or confirmed */
                            cursor: string;
                            /** @description For operators and publishers: positions of the log between it and the newest event, whoever they are for */
                            behind?: number;
                        };
                        /**
                         * Format: date-time
                         * @description Of a webhook: when an event was last taken
                         */
                        deliveredAt?: string;
                        /**
                         * Format: date-time
                         * @description Of a webhook: since when nothing was taken, though it was tried
                         */
                        failingSince?: string;
                        createdBy: {
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
                        createdAt: string;
                        /** @description Who has changed it last, if anybody has */
                        updatedBy?: {
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
                        updatedAt: string;
                        /** @description Stands in the ETag; send it back in If-Match */
                        version: number;
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
            /** @description It has changed since you read it */
            412: {
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
            /** @description Say which version you mean with If-Match */
            428: {
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
    "Subscriptions.rotate": {
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
                    /** @description Default: one is made */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description The subscription, with its new secret */
            201: {
                headers: {
                    /** @description Send it back in If-Match */
                    ETag?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @description The agency */
                        subscriber: string;
                        /** @enum {string} */
                        delivery: "webhook" | "sse" | "pull";
                        /** @enum {string} */
                        protocol: "HTTP";
                        /** @enum {string} */
                        status: "unverified" | "active" | "paused" | "disabled" | "ended";
                        statusReason?: string;
                        types?: string[];
                        source?: string;
                        filters?: components["schemas"]["__schema0"][];
                        projection?: string[];
                        sink?: string;
                        ordered: boolean;
                        ratePerSecond?: number;
                        description?: string;
                        /** @description Shown once: in the answer that made it */
                        secret?: string;
                        progress: {
                            /** @description All before it has been delivered, or confirmed */
                            cursor: string;
                            /** @description For operators and publishers: positions of the log between it and the newest event, whoever they are for */
                            behind?: number;
                        };
                        /**
                         * Format: date-time
                         * @description Of a webhook: when an event was last taken
                         */
                        deliveredAt?: string;
                        /**
                         * Format: date-time
                         * @description Of a webhook: since when nothing was taken, though it was tried
                         */
                        failingSince?: string;
                        createdBy: {
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
                        createdAt: string;
                        /** @description Who has changed it last, if anybody has */
                        updatedBy?: {
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
                        updatedAt: string;
                        /** @description Stands in the ETag; send it back in If-Match */
                        version: number;
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
            /** @description It has changed since you read it */
            412: {
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
    "Receive.pull": {
        parameters: {
            query?: {
                limit?: number;
                /** @description Seconds to wait for something to come */
                wait?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; confirm its `next` */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** @enum {string} */
                            specversion: "1.0";
                            /**
                             * Format: uuid
                             * @description Given by the unit of work. The same id again is transport noise
                             */
                            id: string;
                            /** @description gov.hengtong.<noun>.<past-participle>.v<n> */
                            type: string;
                            /** @description The service that wrote it; must be the one writer of the topic */
                            source: string;
                            /**
                             * Format: uuid
                             * @description What it is about, and the key: the case; of what belongs to no case, an id of its own
                             */
                            subject: string;
                            /** Format: date-time */
                            time: string;
                            process?: string;
                            step?: string;
                            department?: string;
                            division?: string;
                            /** @description Whose event it is, where an agency has published it through the event hub */
                            agency?: string;
                            /** @description The id of the message that caused this one */
                            causationid?: string;
                            /**
                             * 指令键
                             * @description case/step/forward|compensate|recall/attempt: one effect for each
                             */
                            commandkey?: string;
                            processversion?: number;
                            sequence?: number;
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            data: unknown;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description The cursor for `after`. The page holds all up to here that may be received and passes the filters */
                        next: string;
                        /** @description With order=newest: the end of the log when the page was read, to go on from with `after` */
                        head?: string;
                        /** @description With order=newest: whether the log goes further back than this page. `next` is then for `before` */
                        hasOlder?: boolean;
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
    "Receive.confirm": {
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
                    cursor: string;
                };
            };
        };
        responses: {
            /** @description The subscription */
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
                        /** @description The agency */
                        subscriber: string;
                        /** @enum {string} */
                        delivery: "webhook" | "sse" | "pull";
                        /** @enum {string} */
                        protocol: "HTTP";
                        /** @enum {string} */
                        status: "unverified" | "active" | "paused" | "disabled" | "ended";
                        statusReason?: string;
                        types?: string[];
                        source?: string;
                        filters?: components["schemas"]["__schema0"][];
                        projection?: string[];
                        sink?: string;
                        ordered: boolean;
                        ratePerSecond?: number;
                        description?: string;
                        /** @description Shown once: in the answer that made it */
                        secret?: string;
                        progress: {
                            /** @description All before it has been delivered, or confirmed */
                            cursor: string;
                            /** @description For operators and publishers: positions of the log between it and the newest event, whoever they are for */
                            behind?: number;
                        };
                        /**
                         * Format: date-time
                         * @description Of a webhook: when an event was last taken
                         */
                        deliveredAt?: string;
                        /**
                         * Format: date-time
                         * @description Of a webhook: since when nothing was taken, though it was tried
                         */
                        failingSince?: string;
                        createdBy: {
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
                        createdAt: string;
                        /** @description Who has changed it last, if anybody has */
                        updatedBy?: {
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
                        updatedAt: string;
                        /** @description Stands in the ETag; send it back in If-Match */
                        version: number;
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
    "Receive.stream": {
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
            /** @description text/event-stream, as GET /v1/events/stream */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
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
    "Deliveries.list": {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                status?: "pending" | "delivered" | "failed" | "cancelled";
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
                            /** @description Where the event is in the log */
                            cursor: string;
                            /** @description Also the webhook-id, at each attempt the same */
                            eventId: string;
                            caseId: string;
                            /** @enum {string} */
                            status: "pending" | "delivered" | "failed" | "cancelled";
                            attempts: number;
                            /** Format: date-time */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description When it is tried next
                             */
                            dueAt?: string;
                            /** Format: date-time */
                            settledAt?: string;
                            /** Format: uuid */
                            replayId?: string;
                            /** @description Only of a single delivery that is asked for */
                            attempted?: {
                                number: number;
                                /** Format: date-time */
                                at: string;
                                /** @description The HTTP status of the answer */
                                status?: number;
                                /** @description Why there is none: refused-address, timeout, dns, tls, closed and others */
                                error?: string;
                                durationMs: number;
                                /** @description How the answer began */
                                body?: string;
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
    "Deliveries.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
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
                        /** @description Where the event is in the log */
                        cursor: string;
                        /** @description Also the webhook-id, at each attempt the same */
                        eventId: string;
                        caseId: string;
                        /** @enum {string} */
                        status: "pending" | "delivered" | "failed" | "cancelled";
                        attempts: number;
                        /** Format: date-time */
                        createdAt: string;
                        /**
                         * Format: date-time
                         * @description When it is tried next
                         */
                        dueAt?: string;
                        /** Format: date-time */
                        settledAt?: string;
                        /** Format: uuid */
                        replayId?: string;
                        /** @description Only of a single delivery that is asked for */
                        attempted?: {
                            number: number;
                            /** Format: date-time */
                            at: string;
                            /** @description The HTTP status of the answer */
                            status?: number;
                            /** @description Why there is none: refused-address, timeout, dns, tls, closed and others */
                            error?: string;
                            durationMs: number;
                            /** @description How the answer began */
                            body?: string;
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
    "Deliveries.resend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is made again, under the same webhook-id */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
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
    "Deliveries.recover": {
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
                    /**
                     * Format: date-time
                     * @description Deliveries that were made from then on, and have failed, are made again
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description How many are made again */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: number;
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
    "Deliveries.test": {
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
                    /** @description Whose example is sent. Default: gov.hengtong.case.closed.v1 */
                    type?: string;
                };
            };
        };
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The HTTP status of the answer */
                        status?: number;
                        /** @description Why there is none: refused-address, timeout, dns, tls, closed and others */
                        error?: string;
                        durationMs: number;
                        /** @description How the answer began */
                        body?: string;
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
    "Replays.list": {
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
                            subscription: string;
                            /** @enum {string} */
                            status: "running" | "done" | "cancelled";
                            /** @enum {string} */
                            only: "all" | "failed";
                            /** Format: uuid */
                            caseId?: string;
                            ratePerSecond: number;
                            progress: {
                                from: string;
                                at: string;
                                until: string;
                                percent: number;
                                /** @description Made so far; each is marked webhook-replay */
                                deliveries: number;
                            };
                            createdBy: {
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
                            createdAt: string;
                            /** Format: date-time */
                            endedAt?: string;
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
    "Replays.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this request: sent again with the same body, it gets the stored answer and nothing is done twice. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A cursor: what lies behind it. This or `since` */
                    after?: string;
                    /**
                     * Format: date-time
                     * @description What happened from then on
                     */
                    since?: string;
                    /**
                     * Format: date-time
                     * @description What happened before then. Default: now
                     */
                    until?: string;
                    /**
                     * Format: uuid
                     * @description Only of this case
                     */
                    caseId?: string;
                    /**
                     * @description failed: only what could not be delivered. Default all
                     * @enum {string}
                     */
                    only?: "all" | "failed";
                    /** @description Default 100 */
                    ratePerSecond?: number;
                };
            };
        };
        responses: {
            /** @description It is under way */
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
                        subscription: string;
                        /** @enum {string} */
                        status: "running" | "done" | "cancelled";
                        /** @enum {string} */
                        only: "all" | "failed";
                        /** Format: uuid */
                        caseId?: string;
                        ratePerSecond: number;
                        progress: {
                            from: string;
                            at: string;
                            until: string;
                            percent: number;
                            /** @description Made so far; each is marked webhook-replay */
                            deliveries: number;
                        };
                        createdBy: {
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
                        createdAt: string;
                        /** Format: date-time */
                        endedAt?: string;
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
            /** @description It is not in a state that allows this. The first request under this key is not answered yet */
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
        };
    };
    "Replays.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                replay: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
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
                        /** Format: uuid */
                        subscription: string;
                        /** @enum {string} */
                        status: "running" | "done" | "cancelled";
                        /** @enum {string} */
                        only: "all" | "failed";
                        /** Format: uuid */
                        caseId?: string;
                        ratePerSecond: number;
                        progress: {
                            from: string;
                            at: string;
                            until: string;
                            percent: number;
                            /** @description Made so far; each is marked webhook-replay */
                            deliveries: number;
                        };
                        createdBy: {
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
                        createdAt: string;
                        /** Format: date-time */
                        endedAt?: string;
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
    "Replays.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                replay: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
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
                        /** Format: uuid */
                        subscription: string;
                        /** @enum {string} */
                        status: "running" | "done" | "cancelled";
                        /** @enum {string} */
                        only: "all" | "failed";
                        /** Format: uuid */
                        caseId?: string;
                        ratePerSecond: number;
                        progress: {
                            from: string;
                            at: string;
                            until: string;
                            percent: number;
                            /** @description Made so far; each is marked webhook-replay */
                            deliveries: number;
                        };
                        createdBy: {
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
                        createdAt: string;
                        /** Format: date-time */
                        endedAt?: string;
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
