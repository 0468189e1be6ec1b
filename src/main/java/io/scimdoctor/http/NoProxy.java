package io.scimdoctor.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The hosts that are reached without a proxy, as {@code NO_PROXY} lists them.
 *
 * @param list as it is written
 */
public record NoProxy(String list, List<Rule> rules) {
    static final NoProxy NONE = parse("");

    /** Takes names, suffixes with or without a leading dot, {@code *}, IPv4 networks and ports; ignores what is none. */
    static NoProxy parse(String list) {
        List<Rule> rules = Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .map(Rule::parse)
                .toList();
        return new NoProxy(list, rules);
    }

    boolean matches(String host, int port) {
        return rules.stream().anyMatch(rule -> rule.matches(host, port));
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
            if (slash > 0 && entry.substring(0, slash).matches(Authority.IPV4)) {
                return new Rule(entry.substring(0, slash), -1, bits(entry.substring(slash + 1)));
            }
            String text = entry.replaceFirst("^(?:[*](?=[.]))?[.]", "");
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
            int shift = 32 - bits;
            return host.matches(Authority.IPV4) && address(host) >>> shift == address(name) >>> shift;
        }

        private static long address(String dotted) {
            return Stream.of(dotted.split("[.]"))
                    .mapToLong(Long::parseLong)
                    .reduce(0, (address, part) -> address << 8 | part);
        }

        private static int bits(String text) {
            return text.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(text), 32) : 32;
        }
    }
}
