# Two stages: what builds stays behind. Python 3.13.12 has the fix of CVE-2026-1299 (a header smuggled into a mail).
FROM python:3.13.12-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv --without-pip /opt/ajar
WORKDIR /src
COPY requirements.lock requirements-dev.lock ./
# The build backend, which makes our wheel and that of the one library that publishes none, is locked by hash too (among
# what the tests need) and gets no further than this stage.
RUN sed -n '/^setuptools==/,/[^\\]$/p' requirements-dev.lock > /tmp/backend.lock \
 && pip install --require-hashes --only-binary :all: -r /tmp/backend.lock \
 && pip wheel --require-hashes --only-binary :all: --no-binary quotequail --no-build-isolation --wheel-dir /wheels \
        -r requirements.lock \
 && pip --python /opt/ajar/bin/python install --no-deps --no-index /wheels/*.whl
COPY . .
RUN pip wheel --no-deps --no-build-isolation --no-index --wheel-dir /tmp . \
 && pip --python /opt/ajar/bin/python install --no-deps --no-index /tmp/ajar_mail-*.whl \
 && /opt/ajar/bin/python -m compileall -q /opt/ajar/lib
# The model is fitted here and not at the first start. Any user may read it: it was learnt from our own training mails.
RUN AJAR_STATE=/opt/ajar/model /opt/ajar/bin/ajar classify service/demo_mails > /dev/null \
 && chmod -R a+rX /opt/ajar/model

FROM python:3.13.12-slim-bookworm
RUN groupadd --system --gid 10001 ajar \
 && useradd --system --uid 10001 --gid ajar --home-dir /state --shell /usr/sbin/nologin ajar \
 && install -d -o ajar -g ajar -m 0700 /state && install -d /config
COPY --from=build /opt/ajar /opt/ajar
ENV PATH=/opt/ajar/bin:$PATH AJAR_CONFIG=/config AJAR_STATE=/state AJAR_MODEL=/opt/ajar/model PYTHONUNBUFFERED=1
# By number: a host that demands a user other than root cannot look up a name.
USER 10001:10001
VOLUME ["/state"]
HEALTHCHECK --interval=5m --timeout=30s --start-period=2m CMD ["ajar", "check", "--health"]
ENTRYPOINT ["ajar"]
CMD ["run"]
