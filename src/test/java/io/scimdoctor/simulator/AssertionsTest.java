package io.scimdoctor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.simulator.wire.SampleTenant;
import io.scimdoctor.token.KeyFiles;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The token endpoint verifies what a client signed, and what another identity provider signed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssertionsTest {
    private static final FederatedCredential.Names TRUSTED = new FederatedCredential.Names(
            "https://issuer.example/", "system:serviceaccount:a:b", "api://AzureADTokenExchange");

    @TempDir
    private static Path folder;

    private final Instant now = Simulators.CLOCK.instant();
    private final Simulator simulator = Simulators.start("healthy");
    private final String endpoint = simulator.authority() + "/" + SampleTenant.TENANT_ID + "/oauth2/v2.0/token";
    private X509Certificate certificate;
    private RSAPrivateKey key;
    private KeyPair issuer;

    @BeforeAll
    void register() throws GeneralSecurityException, IOException {
        KeyFiles files = new KeyFiles(folder);
        files.pkcs12("app", "-startdate", "2026/01/01", "-validity", "3000");
        certificate = files.certificate("app");
        key = (RSAPrivateKey) files.key("app");
        issuer = rsa();
        simulator.assertions().register(certificate);
        simulator
                .assertions()
                .trust(new FederatedCredential(TRUSTED, (RSAPublicKey) issuer.getPublic(), Simulators.CLOCK));
    }

    @AfterAll
    void close() {
        simulator.close();
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private String thumbprint(String hash) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance(hash).digest(certificate.getEncoded());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private JWTCreator.Builder own() throws GeneralSecurityException {
        return JWT.create()
                .withHeader(Map.of("x5t#S256", thumbprint("SHA-256")))
                .withAudience(endpoint)
                .withIssuer(SampleTenant.CLIENT_ID)
                .withSubject(SampleTenant.CLIENT_ID)
                .withNotBefore(now)
                .withExpiresAt(now.plusSeconds(600));
    }

    private String signed(JWTCreator.Builder assertion) {
        return assertion.sign(Algorithm.RSA256PSS(null, key));
    }

    private String federated(FederatedCredential.Names names, Instant expires, KeyPair signer) {
        return JWT.create()
                .withIssuer(names.issuer())
                .withSubject(names.subject())
                .withAudience(names.audience())
                .withExpiresAt(expires)
                .withKeyId("key-7")
                .sign(Algorithm.RSA256(null, (RSAPrivateKey) signer.getPrivate()));
    }

    /** The number of the refusal, or 0 for a token. */
    private int sent(String assertion) {
        return answer(assertion).at("/error_codes/0").asInt();
    }

    private JsonNode answer(String assertion) {
        return answer(simulator, assertion);
    }

    private static JsonNode answer(Simulator called, String assertion) {
        String url = called.authority() + "/" + SampleTenant.TENANT_ID + "/oauth2/v2.0/token";
        String form = "grant_type=client_credentials&client_id=" + SampleTenant.CLIENT_ID
                + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_assertion_type="
                + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") + "&client_assertion="
                + encoded(assertion);
        Client client = new Client(called);
        return client.raw("POST", url, form, "Content-Type", "application/x-www-form-urlencoded")
                .json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void both_algorithms_and_both_thumbprints_are_accepted() throws GeneralSecurityException {
        JWTCreator.Builder older = own().withHeader(Map.of("x5t", thumbprint("SHA-1")));

        assertThat(answer(signed(own())).path("access_token").asText()).startsWith("eyJ");
        assertThat(sent(own().sign(Algorithm.RSA256(null, key)))).isZero();
        assertThat(sent(older.sign(Algorithm.RSA256(null, key)))).isZero();
    }

    @Test
    void a_certificate_that_is_not_registered_or_not_named_is_refused() throws GeneralSecurityException {
        JWTCreator.Builder unnamed = own().withHeader(Map.of("x5t#S256", thumbprint("SHA-1")));
        String another = own().sign(Algorithm.RSA256PSS(null, (RSAPrivateKey) rsa().getPrivate()));
        String right = signed(own());
        String changed = right.substring(0, right.length() - 8) + "AAAAAAAA";

        assertThat(sent(signed(unnamed))).isEqualTo(700027);
        assertThat(sent(another)).isEqualTo(700027);
        assertThat(sent(changed)).isEqualTo(700027);
    }

    @Test
    void each_claim_is_verified() throws GeneralSecurityException {
        assertThat(sent(signed(own().withSubject("somebody else")))).isEqualTo(50048);
        assertThat(sent(signed(own().withAudience(endpoint.replace("/v2.0", "")))))
                .isEqualTo(700023);
        assertThat(sent(signed(own().withAudience(endpoint, "https://other.example"))))
                .isEqualTo(700023);
        assertThat(sent(signed(own().withExpiresAt(now.minusSeconds(301))))).isEqualTo(700024);
        assertThat(sent(signed(own().withNotBefore(now.plusSeconds(301))))).isEqualTo(700024);
        assertThat(sent(signed(own().withExpiresAt(now.minusSeconds(299))))).isZero();
    }

    @Test
    void what_is_no_assertion_or_signed_by_another_kind_of_key_is_refused() throws GeneralSecurityException {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(256);
        ECPrivateKey elliptic = (ECPrivateKey) curve.generateKeyPair().getPrivate();

        assertThat(sent("x")).isEqualTo(50027);
        assertThat(sent(own().sign(Algorithm.ECDSA256(null, elliptic)))).isEqualTo(5002738);
        assertThat(sent(own().sign(Algorithm.none()))).isEqualTo(5002738);
    }

    @Test
    void a_federated_token_has_to_match_in_issuer_audience_and_subject() {
        Instant later = now.plusSeconds(3600);
        FederatedCredential.Names issuerWrong =
                new FederatedCredential.Names("https://issuer.example", TRUSTED.subject(), TRUSTED.audience());
        FederatedCredential.Names audienceWrong =
                new FederatedCredential.Names(TRUSTED.issuer(), TRUSTED.subject(), "api://azure");
        FederatedCredential.Names subjectWrong = new FederatedCredential.Names(
                TRUSTED.issuer(), TRUSTED.subject().replace(":b", ":B"), TRUSTED.audience());

        assertThat(sent(federated(TRUSTED, later, issuer))).isZero();
        assertThat(sent(federated(issuerWrong, later, issuer))).isEqualTo(700211);
        assertThat(sent(federated(audienceWrong, later, issuer))).isEqualTo(700212);
        assertThat(answer(federated(subjectWrong, later, issuer))
                        .path("error_description")
                        .asText())
                .startsWith("AADSTS700213: No matching federated identity record found for presented assertion"
                        + " subject 'system:serviceaccount:a:B'.");
    }

    @Test
    void no_other_issuer_is_trusted_as_long_as_nobody_judges_its_tokens() {
        try (Simulator alone = Simulators.start("healthy")) {
            String token = federated(TRUSTED, now.plusSeconds(3600), issuer);

            assertThat(answer(alone, token).path("error_description").asText())
                    .startsWith("AADSTS700211: ")
                    .contains("'https://issuer.example/'");
        }
    }

    @Test
    void a_federated_token_has_to_be_current_and_signed_by_its_issuer() throws GeneralSecurityException {
        assertThat(sent(federated(TRUSTED, now.minusSeconds(301), issuer))).isEqualTo(700024);
        assertThat(sent(federated(TRUSTED, now.plusSeconds(3600), rsa()))).isEqualTo(7000272);
    }
}
