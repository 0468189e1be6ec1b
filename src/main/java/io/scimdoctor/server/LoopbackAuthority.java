package io.scimdoctor.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.ssl.SSLContexts;

/**
 * An authority that lives as long as one simulator, and the certificate for loopback and the {@link Tunnels} that it signed. Its own
 * key is thrown away at once, so that nobody can sign anything else that its certificate would vouch for.
 *
 * <p>The JDK has no public way to make a certificate (RFC 5280, section 4.1), so the few fields are written here, in DER
 * (ITU-T X.690).
 */
public final class LoopbackAuthority {
    private static final int DAYS = 2;
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final String ECDSA_SHA256 = "06082A8648CE3D040302";
    private static final String COMMON_NAME = "0603550403";
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final X509Certificate authority;
    private final SSLSocketFactory sockets;

    /** @param now the time around which both certificates are valid */
    public LoopbackAuthority(Instant now) {
        try {
            KeyPair signer = keys();
            KeyPair server = keys();
            byte[] identifier = identifier(signer);
            authority = certificate(signer, signer, now, extensions(identifier, true));
            X509Certificate certificate = certificate(server, signer, now, extensions(identifier, false));
            sockets = sockets(server, certificate, authority);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts TLS over an accepted connection, of which some bytes have been read already. */
    Socket secured(Socket accepted, byte[] read) throws IOException {
        return sockets.createSocket(accepted, new ByteArrayInputStream(read), true);
    }

    /** The authority's certificate, for clients that are to trust it. */
    public X509Certificate certificate() {
        return authority;
    }

    /** The same as text in the form that curl, Node and Python read (RFC 7468). */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] identifier(KeyPair keys) throws GeneralSecurityException {
        return Arrays.copyOf(
                MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded()), 20);
    }

    private static X509Certificate certificate(KeyPair subject, KeyPair signer, Instant now, byte[] extensions)
            throws GeneralSecurityException {
        byte[] algorithm = tlv(SEQUENCE, hex(ECDSA_SHA256));
        boolean own = subject == signer;
        byte[] serial = tlv(
                0x02,
                new BigInteger(120, new SecureRandom()).add(BigInteger.ONE).toByteArray());
        byte[] validity = tlv(SEQUENCE, time(now.minusSeconds(86_400L * DAYS)), time(now.plusSeconds(86_400L * DAYS)));
        byte[] content = tlv(
                SEQUENCE,
                tlv(0xA0, hex("020102")),
                serial,
                algorithm,
                name("scimdoctor simulator authority"),
                validity,
                name(own ? "scimdoctor simulator authority" : "localhost"),
                subject.getPublic().getEncoded(),
                tlv(0xA3, extensions));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer.getPrivate());
        signature.update(content);
        byte[] signed = tlv(SEQUENCE, content, algorithm, tlv(0x03, new byte[1], signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
    }

    private static byte[] extensions(byte[] authority, boolean isAuthority) {
        byte[] key = extension("551D23", false, tlv(SEQUENCE, tlv(0x80, authority)));
        if (isAuthority) {
            return tlv(
                    SEQUENCE,
                    extension("551D13", true, tlv(SEQUENCE, hex("0101FF"))),
                    extension("551D0F", true, hex("03020106")),
                    extension("551D0E", false, tlv(OCTETS, authority)));
        }
        byte[] names = tlv(
                SEQUENCE,
                tlv(0x82, ascii("localhost")),
                tlv(0x82, ascii(Tunnels.LOGIN)),
                tlv(0x82, ascii(Tunnels.GRAPH)),
                tlv(0x87, new byte[] {127, 0, 0, 1}));
        return tlv(
                SEQUENCE,
                extension("551D0F", true, hex("03020780")),
                extension("551D25", false, tlv(SEQUENCE, hex("06082B06010505070301"))),
                extension("551D11", false, names),
                key);
    }

    private static byte[] extension(String identifier, boolean critical, byte[] value) {
        byte[] flag = critical ? hex("0101FF") : new byte[0];
        return tlv(SEQUENCE, tlv(0x06, hex(identifier)), flag, tlv(OCTETS, value));
    }

    private static byte[] name(String common) {
        return tlv(SEQUENCE, tlv(0x31, tlv(SEQUENCE, hex(COMMON_NAME), tlv(0x0C, ascii(common)))));
    }

    private static byte[] time(Instant time) {
        return tlv(0x17, ascii(UTC_TIME.format(time)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** One value in DER: its tag, the length of its content, and the content. */
    private static byte[] tlv(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length > 0xFF) {
            value.write(0x82);
            value.write(length >> 8);
        } else if (length > 0x7F) {
            value.write(0x81);
        }
        value.write(length & 0xFF);
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    private static SSLSocketFactory sockets(KeyPair keys, X509Certificate own, X509Certificate authority)
            throws GeneralSecurityException, IOException {
        // It stays in memory, where a key derived in ten thousand rounds, as PKCS #12 asks for, protects nothing.
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry("loopback", keys.getPrivate(), new char[0], new Certificate[] {own, authority});
        return SSLContexts.custom().loadKeyMaterial(store, new char[0]).build().getSocketFactory();
    }
}
