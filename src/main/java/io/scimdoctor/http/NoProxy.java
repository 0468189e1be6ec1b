package io.scimdoctor.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hosts that are reached without a proxy, as {@code NO_PROXY} lists them. */
record NoProxy(List<Rule> rules) {
    static final NoProxy NONE = new NoProxy(List.of());

    NoProxy {
        rules = List.copyOf(rules);
    }

    /** Takes names, suffixes with or without a leading dot, {@code *}, IPv4 networks and ports; ignores what is none. */
    static NoProxy parse(@Nullable String list) {
        List<Rule> rules = new ArrayList<>();
        if (list != null) {
            for (String entry : list.split("[,\\s]+", -1)) {
                if (!entry.isEmpty()) {
                    rules.add(Rule.parse(entry.toLowerCase(Locale.ROOT)));
                }
            }
        }
        return new NoProxy(rules);
    }

    boolean matches(String host, int port) {
        for (Rule rule : rules) {
            if (rule.matches(host, port)) {
                return true;
            }
        }
        return false;
    }

    /**
     * One entry of the list.
     *
     * @param name a name without its leading dot, an address, or {@code *}
     * @param port the only port it holds for, or -1
     * @param bits how many leading bits of the address count, or -1 for a name
     */
    record Rule(String name, int port, int bits) {
        static Rule parse(String entry) {
            int slash = entry.indexOf('/');
            if (slash > 0 && Authority.ipv4(entry.substring(0, slash)) != null) {
                return new Rule(entry.substring(0, slash), -1, bits(entry.substring(slash + 1)));
            }
            String text = entry.startsWith("*.") ? entry.substring(2) : entry;
            text = text.startsWith(".") ? text.substring(1) : text;
            // A bare IPv6 address has several colons and no port.
            if (text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[")) {
                return new Rule(text, -1, -1);
            }
            Authority authority = Authority.parse(text);
            return authority == null ? new Rule(text, -1, -1) : new Rule(authority.host(), authority.port(), -1);
        }

        boolean matches(String host, int actualPort) {
            if (port >= 0 && port != actualPort) {
                return false;
            }
            return bits >= 0 ? inNetwork(host) : name.equals("*") || host.equals(name) || host.endsWith("." + name);
        }

        private boolean inNetwork(String host) {
            Long address = Authority.ipv4(host);
            Long network = Authority.ipv4(name);
            int shift = 32 - bits;
            return address != null && network != null && address >>> shift == network >>> shift;
        }

        private static int bits(String text) {
            boolean number = text.matches("[0-9]{1,2}");
            int bits = number ? Integer.parseInt(text) : 32;
            return Math.min(bits, 32);
        }
    }
}
