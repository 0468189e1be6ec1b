package io.scimdoctor.http.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/** Reads the few names out of a certificate that tell a person who stands on the other side. */
public final class CertificateNames {
    private static final int MAX_NAMES = 4;

    private CertificateNames() {}

    /** The issuer's common name and organisation, such as {@code CN=Proxy Root, O=Example Ltd}. */
    public static String issuer(X509Certificate certificate) {
        String name = certificate.getIssuerX500Principal().getName();
        List<String> parts = new ArrayList<>();
        for (String type : List.of("CN", "O")) {
            String value = attribute(name, type);
            if (value != null) {
                parts.add(type + "=" + value);
            }
        }
        return parts.isEmpty() ? name : String.join(", ", parts);
    }

    /** Sentences on a certificate: its subject, its issuer and its last day. */
    static String facts(X509Certificate certificate) {
        return " It is for " + subjects(certificate) + ". It was issued by " + issuer(certificate)
                + " and is valid until " + certificate.getNotAfter().toInstant() + ".";
    }

    /** The host names and addresses that the certificate is for, shortened. */
    private static String subjects(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> entry : alternatives == null ? List.<List<?>>of() : alternatives) {
                if (entry.get(1) instanceof String text && names.size() < MAX_NAMES) {
                    names.add(text);
                }
            }
        } catch (CertificateParsingException e) {
            return "unreadable names";
        }
        String common = attribute(certificate.getSubjectX500Principal().getName(), "CN");
        return names.isEmpty() ? String.valueOf(common) : String.join(", ", names);
    }

    /** One attribute of a name in the form of RFC 2253, unescaped. */
    private static @Nullable String attribute(String name, String type) {
        try {
            for (Rdn part : new LdapName(name).getRdns()) {
                Attribute value = part.toAttributes().get(type);
                if (value != null) {
                    return String.valueOf(value.get());
                }
            }
        } catch (NamingException e) {
            return null;
        }
        return null;
    }
}
