# The web application's files, and the door to the API behind them.
FROM node:24-bookworm-slim AS build
WORKDIR /potok
COPY . .
RUN npm ci --no-audit --no-fund && npx tsc -b && npm run build -w @potok/web

FROM nginxinc/nginx-unprivileged:1.29-alpine
COPY deploy/web.nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /potok/apps/web/build /usr/share/nginx/html
