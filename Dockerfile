# One file for every service: docker build --build-arg SERVICE=orchestrator .
#                        or:  docker build --build-arg SERVICE=departments/taxation .
# The first two stages do not know which service it is for, so that they are built once and shared.

ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY . .
# No package that takes part in a build needs its install script: those fetch or link what only tests and the local start use.
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --no-audit --no-fund
RUN NX_DAEMON=false npx nx run-many --target=build --exclude=@hengtong/bench

FROM build AS production
# The Node that the project brings along for machines with an older one goes: this image has its own. All other optional packages stay,
# because packages with a native part (@node-rs/*) have it there, one for each platform.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node-*-x64 node_modules/node-*-arm64 node_modules/.bin/node bench deploy/compose deploy/local/src .nx tsconfig*.json nx.json jest.preset.mjs libs/*/src libs/testing services/*/src services/console/web services/departments/*/src

FROM ${NODE_IMAGE}
ARG SERVICE
RUN test -n "${SERVICE}" || { echo 'Say which service: --build-arg SERVICE=orchestrator'; exit 1; }
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
COPY --from=production /app /app
WORKDIR /app/services/${SERVICE}
# What a service keeps in files (secrets that it makes): a new volume mounted here belongs to the user below.
RUN install -d -o 1000 -g 1000 /var/lib/hengtong
# The user `node`, by number, so that a cluster can see that it is not root.
USER 1000:1000
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and gets SIGTERM, upon which a service drains.
CMD ["node", "--max-old-space-size=384", "--max-semi-space-size=16", "--no-parallel-scavenge", "dist/main.js"]
