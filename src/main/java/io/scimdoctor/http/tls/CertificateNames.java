package io.scimdoctor.http.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    /** The host names and addresses that the certificate is for, shortened. */
    static String subjects(X509Certificate certificate) {
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
        for (String part : split(name)) {
            int equals = part.indexOf('=');
            if (equals > 0
                    && part.substring(0, equals)
                            .strip()
                            .toUpperCase(Locale.ROOT)
                            .equals(type)) {
                return part.substring(equals + 1).replace("\\", "").strip();
            }
        }
        return null;
    }

    private static List<String> split(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                part.append(name.charAt(++i));
            } else if (c == ',' || c == '+') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
