# Builds with the Maven wrapper, runs on Debian's JRE. One image for every service:
#   docker run --env-file .env tixgo:latest identity

FROM debian:bookworm-slim AS build
# The directory is there because Debian's slim image lacks it and the JRE's install script needs it.
RUN mkdir -p /usr/share/man/man1 \
 && apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates curl openjdk-17-jdk-headless unzip \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
# The cache outlives the layer: a later build fetches only dependencies that are new.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B -DskipTests package

FROM debian:bookworm-slim
RUN mkdir -p /usr/share/man/man1 \
 && apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --no-create-home --home-dir /nonexistent \
      --shell /usr/sbin/nologin tixgo
WORKDIR /opt/tixgo
COPY --from=build /src/launcher/target/tixgo/lib lib
COPY bin/tixgo bin/tixgo
COPY cluster.xml cluster.xml
# Classes ready to be mapped into memory: a quicker start and less of it used. Nothing needs it.
RUN bin/tixgo cds || echo 'No class data archive: TixGo starts without it.'
# A volume that is new takes over whose this folder is.
RUN install -d -o tixgo -g tixgo /data
USER tixgo
# 8000 is Event's own port, and every service's where docker-compose.yml gives each a container.
EXPOSE 8000 8090 18080 18081 18082
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["/opt/tixgo/bin/tixgo", "health"]
ENTRYPOINT ["/opt/tixgo/bin/tixgo"]
CMD ["all"]
