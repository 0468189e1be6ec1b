package io.scimdoctor.http.tls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Does what the first TLS call of a process spends most of its time on, so that it can be done beside other work. */
public final class TlsAhead {
    private static final int RECORD = 17 * 1024;

    private TlsAhead() {}

    /** Loads the providers and the key exchange: makes the first flight of a handshake that is never sent. */
    public static void greet() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            SSLEngine engine = context.createSSLEngine("localhost", 443);
            engine.setUseClientMode(true);
            engine.beginHandshake();
            engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(RECORD));
        } catch (GeneralSecurityException | SSLException e) {
            // The call itself meets the same trouble and says it.
        }
    }

    /** Reads the JDK's trusted certificates, which the JDK then keeps. */
    public static void trust() {
        try {
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
                    .init((KeyStore) null);
        } catch (GeneralSecurityException e) {
            // As above.
        }
    }
}
