package io.scimdoctor.simulator.login;

import java.security.interfaces.RSAPublicKey;

/**
 * Whose tokens an application trusts. Source: "Important considerations and restrictions for federated identity
 * credentials": issuer, subject and audience have to match exactly, case included.
 *
 * @param key what the real service would fetch from the issuer
 */
public record FederatedCredential(String issuer, String subject, String audience, RSAPublicKey key) {}
