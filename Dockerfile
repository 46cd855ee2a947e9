# Builds with the Maven wrapper, runs on Debian with as much of Java as TixGo uses. One image for every service, of one
# file for amd64 and arm64:
#   docker run --env-file .env tixgo:latest identity
# What changes seldom lies below what changes often, so that an update moves little.

FROM debian:bookworm-slim AS jdk
# The directory is there because Debian's slim image lacks it and the JDK's install script needs it.
RUN mkdir -p /usr/share/man/man1 \
 && apt-get update \
 && apt-get install -y --no-install-recommends binutils ca-certificates curl openjdk-17-jdk-headless unzip \
 && rm -rf /var/lib/apt/lists/*
# What jdeps finds in the libraries, and what only a name leads to: elliptic curves for TLS, Indonesian days and months,
# the folders in jars. Nothing draws on a screen, plays a sound or prints.
RUN jlink --output /opt/java --compress=2 --strip-java-debug-attributes --no-header-files --no-man-pages \
      --include-locales=en,id --add-modules java.base,java.compiler,java.desktop,java.logging,java.management,java.naming,\
java.net.http,java.scripting,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,\
jdk.unsupported,jdk.zipfs \
 && cd /opt/java/lib \
 && rm -f libawt_xawt.so libjawt.so libjsound.so libsplashscreen.so \
 && strip --strip-unneeded server/libjvm.so \
 && cp -L /etc/ssl/certs/java/cacerts security/cacerts \
 && ../bin/java -Xshare:dump

FROM jdk AS build
WORKDIR /src
COPY . .
# The cache outlives the layer: a later build fetches only dependencies that are new.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B -DskipTests package
# TixGo's own jars change with each version, the others seldom.
RUN java --add-exports java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED .image/WithoutVariables.java \
      launcher/target/tixgo/lib /opt/others \
 && mkdir /opt/own \
 && for pom in pom.xml */pom.xml common/*/pom.xml; do \
      mv "/opt/others/$(sed -n 's/^  <artifactId>\(.*\)<.*/\1/p' "$pom")"-[0-9]*.jar /opt/own 2>/dev/null || true; \
    done

FROM debian:bookworm-slim
# A volume that is new takes over whose /data is.
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /nonexistent \
      --shell /usr/sbin/nologin tixgo \
 && install -d -o tixgo -g tixgo /data
ENV JAVA_HOME=/opt/java
WORKDIR /opt/tixgo
COPY --from=jdk /opt/java /opt/java
COPY --from=build /opt/others lib
COPY --from=build /opt/own lib
COPY cluster.xml cluster.xml
COPY bin/tixgo bin/tixgo
# Classes ready to be mapped into memory, those of a door in a cluster, which all services have most of: a quicker start
# and less memory used. Nothing needs it.
RUN CLUSTER=true SERVICES=identity,event,attendance,portal bin/tixgo cds \
 || echo 'No class data archive: TixGo starts without it.'; \
    rm -rf /tmp/*
USER tixgo
# 8000 is Event's own port, and every service's where docker-compose.yml gives each a container.
EXPOSE 8000 8090 18080 18081 18082
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["/opt/tixgo/bin/tixgo", "health"]
ENTRYPOINT ["/opt/tixgo/bin/tixgo"]
CMD ["all"]
