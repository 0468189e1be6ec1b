package io.scimdoctor.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.scimdoctor.redact.KnownSecrets;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate's file in every form, and the assertion that its key signs. */
final class ClientCertificateTest {
    private static final String WHERE = "'app.pem', which --client-certificate names,";
    private static final ClientProof.TokenRequest REQUEST = new ClientProof.TokenRequest(
            "https://login.microsoftonline.com/t/oauth2/v2.0/token",
            "the-client",
            "id-1",
            Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    private static Path folder;

    private static KeyFiles files;

    private final KnownSecrets secrets = new KnownSecrets();

    @BeforeAll
    static void makeFiles() {
        files = new KeyFiles(folder);
        // keytool is a process that computes; they go beside each other.
        Stream.of(
                        List.of("app", "-startdate", "2026/01/01", "-validity", "9999"),
                        List.of("other"),
                        List.of("elliptic", "-keyalg", "EC"),
                        List.of("old", "-startdate", "2026/01/01", "-validity", "9"),
                        List.of("future", "-startdate", "2040/01/01"))
                .parallel()
                .forEach(file ->
                        files.pkcs12(file.get(0), file.subList(1, file.size()).toArray(String[]::new)));
    }

    private ClientProof.Shown shown(byte[] file, String password) {
        return ClientCertificate.of(WHERE, file, new Secret(password), secrets).show(REQUEST.at());
    }

    private ClientProof.Shown shown(String pem) {
        return shown(pem.getBytes(StandardCharsets.UTF_8), "");
    }

    private static String assertion(ClientProof.Shown shown) {
        assertThat(shown).isInstanceOf(ClientProof.Usable.class);
        String fields = ((ClientProof.Usable) shown).fields(REQUEST);
        String type = "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
        assertThat(fields).startsWith(type + "&client_assertion=eyJ");
        String encoded = fields.substring(type.length() + "&client_assertion=".length());
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static void assertUnusable(ClientProof.Shown shown, String reason) {
        assertThat(shown).isInstanceOf(ClientProof.Unusable.class);
        ClientProof.Unusable unusable = (ClientProof.Unusable) shown;
        assertThat(unusable.reason()).isEqualTo(WHERE + " " + reason);
        assertThat(unusable.remedy()).isNotBlank();
    }

    @Test
    void the_assertion_says_what_microsoft_documents() throws GeneralSecurityException, IOException {
        DecodedJWT assertion = JWT.decode(assertion(shown(files.keyBlock("app") + files.certificateBlock("app"))));
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(files.certificate("app").getEncoded());

        assertThat(assertion.getAlgorithm()).isEqualTo("PS256");
        assertThat(assertion.getType()).isEqualTo("JWT");
        assertThat(assertion.getHeaderClaim("x5t#S256").asString())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        assertThat(assertion.getClaims().keySet())
                .containsExactlyInAnyOrder("aud", "iss", "sub", "jti", "iat", "nbf", "exp");
        assertThat(assertion.getClaim("aud").asString()).isEqualTo(REQUEST.endpoint());
        assertThat(assertion.getIssuer()).isEqualTo("the-client").isEqualTo(assertion.getSubject());
        assertThat(assertion.getId()).isEqualTo("id-1");
        assertThat(Duration.between(assertion.getNotBeforeAsInstant(), assertion.getExpiresAtAsInstant()))
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(10));
        Algorithm.RSA256PSS((RSAPublicKey) files.certificate("app").getPublicKey(), null)
                .verify(assertion);
    }

    @Test
    void every_form_of_the_file_leads_to_an_assertion() throws GeneralSecurityException, IOException {
        String certificate = files.certificateBlock("app");
        String encrypted = files.encryptedKeyBlock("app") + certificate;

        assertion(shown(certificate + "Bag Attributes\n  friendlyName: app\n" + files.keyBlock("app")));
        assertion(shown("\uFEFF" + files.keyBlock("app").replace("\n", "\r\n") + certificate));
        assertion(shown(files.keyBlock("app") + files.certificateBlock("other") + certificate));
        assertion(shown((files.keyBlock("app") + certificate).getBytes(StandardCharsets.UTF_16), ""));
        assertion(shown(("\uFEFF" + files.keyBlock("app") + certificate).getBytes(StandardCharsets.UTF_16LE), ""));
        assertion(shown(encrypted.getBytes(StandardCharsets.UTF_8), KeyFiles.PASSWORD));
        assertion(shown(Files.readAllBytes(folder.resolve("app.p12")), KeyFiles.PASSWORD));
    }

    @Test
    void what_is_missing_in_the_file_is_said() throws GeneralSecurityException, IOException {
        String certificate = files.certificateBlock("app");
        String key = files.keyBlock("app");

        assertUnusable(shown(certificate), "holds no private key");
        assertUnusable(shown(key), "holds no certificate");
        assertUnusable(shown(files.certificate("app").getEncoded(), ""), "holds no private key");
        assertUnusable(shown(key + files.keyBlock("other") + certificate), "holds more than one private key");
        assertUnusable(
                shown(files.keyBlock("other") + certificate),
                "holds a private key that does not belong to its certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "0 is the first byte of a sequence", "{\"a\": 1}"})
    void something_else_is_neither_of_both(String text) {
        assertUnusable(shown(text), "is neither PEM nor PKCS#12");
    }

    @Test
    void a_damaged_certificate_is_said() throws GeneralSecurityException, IOException {
        assertUnusable(
                shown(files.keyBlock("app") + KeyFiles.block("CERTIFICATE", new byte[] {1, 2, 3})),
                "holds a certificate or a key that is damaged");
    }

    @Test
    void a_password_that_is_missing_or_wrong_is_said() throws GeneralSecurityException, IOException {
        byte[] store = Files.readAllBytes(folder.resolve("app.p12"));
        byte[] pem = (files.encryptedKeyBlock("app") + files.certificateBlock("app")).getBytes(StandardCharsets.UTF_8);

        for (byte[] file : new byte[][] {store, pem}) {
            assertUnusable(shown(file, ""), "is encrypted, and no password is given");
            assertUnusable(shown(file, "wrong"), "cannot be opened with the password that is given");
        }
    }

    @Test
    void a_key_of_another_kind_or_form_is_said() throws GeneralSecurityException, IOException {
        String certificate = files.certificateBlock("elliptic");
        String kind = "holds a key that is no RSA key, and Microsoft Entra ID verifies assertions of RSA keys only";
        byte[] edwards = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertUnusable(shown(files.keyBlock("elliptic") + certificate), kind);
        assertUnusable(shown(Files.readAllBytes(folder.resolve("elliptic.p12")), KeyFiles.PASSWORD), kind);
        assertUnusable(shown(KeyFiles.block("EC PRIVATE KEY", new byte[] {1}) + certificate), kind);
        assertUnusable(shown(KeyFiles.block("PRIVATE KEY", edwards) + certificate), kind);
        assertUnusable(
                shown(KeyFiles.block("RSA PRIVATE KEY", new byte[] {1}) + certificate),
                "holds its key in an older form than PKCS#8");
        assertUnusable(
                shown(
                        (KeyFiles.block("ENCRYPTED PRIVATE KEY", new byte[] {1}) + certificate)
                                .getBytes(StandardCharsets.UTF_8),
                        "x"),
                "holds a key that is encrypted in a way unknown to this Java");
    }

    @Test
    void a_certificate_that_is_over_or_not_begun_is_said_with_the_time() throws GeneralSecurityException, IOException {
        Instant until = files.certificate("old").getNotAfter().toInstant();
        Instant from = files.certificate("future").getNotBefore().toInstant();

        assertUnusable(
                shown(files.keyBlock("old") + files.certificateBlock("old")),
                "holds a certificate that expired at " + until);
        assertUnusable(
                shown(files.keyBlock("future") + files.certificateBlock("future")),
                "holds a certificate that is valid from " + from + " on");
    }

    @Test
    void key_password_and_assertion_become_known_as_secrets() throws GeneralSecurityException, IOException {
        String pem = files.encryptedKeyBlock("app") + files.certificateBlock("app");
        String assertion = assertion(shown(pem.getBytes(StandardCharsets.UTF_8), KeyFiles.PASSWORD));
        String key = files.keyBlock("app").split("\n")[3];
        String encrypted = pem.split("\n")[3];

        String signature = assertion.substring(assertion.lastIndexOf('.') + 1);

        assertThat(secrets.scrub(String.join(" ", KeyFiles.PASSWORD, key, encrypted, signature)))
                .doesNotContain(KeyFiles.PASSWORD, key, encrypted, signature);
    }
}
