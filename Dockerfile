# One image for the indexer and the app: they share the contract and the access to the engine. The
# engine runs from its own image, so the package that carries it (131 MB) is taken out. Other optional
# packages are needed: they carry the compilers that next and tsx use on this platform.

FROM node:20-slim AS build
WORKDIR /kronika
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund && rm -rf node_modules/@gaubee
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@gaubee .next/cache

FROM node:20-slim
WORKDIR /kronika
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000
# The key that the indexer hands to the app lies here; a new volume takes over the owner.
RUN mkdir -p /run/kronika /var/lib/kronika && chown node:node /run/kronika /var/lib/kronika
COPY --from=build --chown=node:node /kronika ./
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "serve.ts"]
