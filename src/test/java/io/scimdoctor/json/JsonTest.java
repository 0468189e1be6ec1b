package io.scimdoctor.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.Generated;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.RandomnessSource;

/** What is written is read back as it was. */
final class JsonTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SIGNS = "a\u00e4\"\\/\n\t\u0000\u0007\u2028\ud83d\ude00<>&'{}[]:,0 ";

    @Test
    void every_tree_comes_back_from_its_text() {
        Generated.values(2_000).forAll(chance -> node(chance, 3)).checkAssert(tree -> {
            assertThat(read(JsonWriter.compactText(tree))).isEqualTo(tree);
        });
    }

    @Test
    void packed_data_comes_back_as_it_was() {
        JsonNode tree = read("{\"a\":[true,false,null,-12,0,\"\u00e9: d1:e\",\"\",{},[]],\"e\":{\"i1e\":\"n\"}}");

        assertThat(Bencode.read(Bencode.write(tree))).isEqualTo(tree);
    }

    @Test
    void the_text_under_a_key_is_found_without_the_others() {
        String packed = Bencode.write(read("{\"a\":\"1:b2:cc\",\"b\":\"l1:xe\",\"bb\":\"\"}"));

        assertThat(Bencode.read(Bencode.under(packed, "b"))).containsExactly(new TextNode("x"));
        assertThat(Bencode.under(packed, "bb")).isEmpty();
        assertThat(Bencode.read(Bencode.under(packed, "c"))).isEmpty();
    }

    @Test
    void no_text_is_read_as_something_that_is_written_in_another_way() {
        Generated.values(2_000)
                .forAll(Generated.damaged(chance -> JsonWriter.compactText(node(chance, 2)), SIGNS, 2))
                .assuming(text -> !text.isBlank())
                .checkAssert(text -> {
                    try {
                        JsonNode tree = Json.read(text);

                        assertThat(Json.read(JsonWriter.compactText(tree))).isEqualTo(tree);
                    } catch (JsonProcessingException e) {
                        assertThat(e.getOriginalMessage()).isNotBlank();
                    }
                });
    }

    private static JsonNode node(RandomnessSource chance, int depth) {
        return switch (Generated.below(chance, depth > 0 ? 7 : 5)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(Generated.below(chance, 2) == 1);
            case 2 -> NODES.numberNode(Generated.below(chance, 1_000_000) - 500_000L);
            case 3 -> NODES.numberNode(BigDecimal.valueOf(Generated.below(chance, 1_000_000), 3));
            case 4 -> NODES.textNode(text(chance));
            case 5 -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = Generated.below(chance, 4); i > 0; i--) {
                    array.add(node(chance, depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = NODES.objectNode();
                for (int i = Generated.below(chance, 4); i > 0; i--) {
                    object.set(text(chance), node(chance, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(RandomnessSource chance) {
        StringBuilder text = new StringBuilder();
        for (int i = Generated.below(chance, 6); i > 0; i--) {
            int at = Generated.below(chance, SIGNS.length());
            boolean half = Character.isSurrogate(SIGNS.charAt(at));
            text.append(half ? "\ud83d\ude00" : SIGNS.substring(at, at + 1));
        }
        return text.toString();
    }

    private static JsonNode read(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
