"""Certificates of this host, for servers that speak TLS."""

from checks import run


def self_signed(folder):
    """The paths of a certificate and its key."""
    certificate, key = folder / "server.pem", folder / "server.key"
    run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)])
    return certificate, key


def trusting(certificate):
    """Java's options for trusting it."""
    store = certificate.with_suffix(".p12")
    if not store.exists():
        run(["keytool", "-importcert", "-noprompt", "-alias", "server", "-file", str(certificate), "-keystore", str(store),
             "-storepass", "changeit"])
    return [f"-Djavax.net.ssl.trustStore={store}", "-Djavax.net.ssl.trustStorePassword=changeit"]
