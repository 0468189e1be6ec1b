package io.scimdoctor.http;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Makes the first flight of a handshake that is never sent: TLS spends most of its first call on coming to life. */
public final class TlsAhead {
    private static final int RECORD = 17 * 1024;

    private TlsAhead() {}

    /** Loads the providers, the trusted certificates and the key exchange. */
    public static void load() {
        try {
            greet();
        } catch (GeneralSecurityException | SSLException e) {
            // The call itself meets the same trouble and says it.
        }
    }

    private static void greet() throws GeneralSecurityException, SSLException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLEngine engine = context.createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        engine.beginHandshake();
        engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(RECORD));
    }
}
