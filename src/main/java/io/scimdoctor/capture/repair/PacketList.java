package io.scimdoctor.capture.repair;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Puts the messages of a list of packets, as Wireshark prints it, in the order of their conversations. */
public final class PacketList {
    /** A message of HTTP in a list of packets: the addresses, the length, the ports, and whether it is an answer. */
    private static final LatePattern PACKET = LatePattern.of(
            Resource.patterns(PacketList.class, "packets.patterns").get("PACKET"));

    /** A line that parts what stands before it from what stands behind. */
    private static final String PARTED = "---";

    private PacketList() {}

    /** The lines of a list of packets, those of each conversation together; an answer that may be of several calls apart. */
    public static List<String> byConversation(List<String> lines) {
        Map<Set<String>, List<String>> talks = new LinkedHashMap<>();
        List<String> others = talks.computeIfAbsent(Set.of(), ends -> new ArrayList<>());
        for (String line : lines) {
            Matcher packet = PACKET.matcher(line.contains("HTTP") ? line : "");
            if (!packet.find()) {
                others.add(line);
                continue;
            }
            Set<String> ends = new HashSet<>();
            ends.add(packet.group(1) + packet.group(3));
            ends.add(packet.group(2) + packet.group(4));
            List<String> talk = talks.computeIfAbsent(ends, any -> new ArrayList<>());
            boolean call = packet.group(5) == null;
            int last = talk.size() - 2;
            boolean several = !call
                    && last > 1
                    && talk.get(last).equals(PARTED)
                    && talk.get(last - 2).equals(PARTED);
            (several ? others : talk).addAll(List.of(call ? PARTED : "", line));
        }
        return talks.size() < 2
                ? lines
                : talks.values().stream().flatMap(List::stream).toList();
    }
}
