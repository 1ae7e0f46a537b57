# Two stages: what builds stays behind. Python 3.13.12 has the fix of CVE-2026-1299 (a header smuggled into a mail).
FROM python:3.13.12-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/ajar
WORKDIR /src
COPY requirements.lock ./
RUN /opt/ajar/bin/pip install --require-hashes --only-binary :all: -r requirements.lock
COPY . .
RUN /opt/ajar/bin/pip install --no-deps . && /opt/ajar/bin/python -m compileall -q /opt/ajar/lib

FROM python:3.13.12-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /state --shell /usr/sbin/nologin ajar \
 && install -d -o ajar -g ajar -m 0700 /state && install -d /config
COPY --from=build /opt/ajar /opt/ajar
ENV PATH=/opt/ajar/bin:$PATH AJAR_CONFIG=/config AJAR_STATE=/state PYTHONUNBUFFERED=1
USER ajar
VOLUME ["/state"]
HEALTHCHECK --interval=5m --timeout=30s --start-period=2m CMD ["ajar", "check", "--health"]
ENTRYPOINT ["ajar"]
CMD ["run"]
