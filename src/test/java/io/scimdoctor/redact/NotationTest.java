package io.scimdoctor.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The file of patterns: a name that is wrong would match nothing. */
final class NotationTest {
    private static final String TEXT = Resource.text(Notation.class, "notation.patterns");
    private static final JsonNode PATTERNS = Patterns.read(TEXT);

    private static List<String> names(String pattern) {
        return Pattern.compile(pattern)
                .matcher(TEXT)
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    @Test
    void each_name_stands_above_one_pattern_and_the_file_is_ascii() {
        assertThat(names("(?m)^# (.*?):")).doesNotHaveDuplicates().hasSameElementsAs(PATTERNS::fieldNames);
        assertThat(TEXT).matches("(?s)\\p{ASCII}+").matches("(?s)# [A-Z_]+: .*");
        assertThat(names("(?m)^# (.*)$")).allMatch(line -> line.matches("[A-Z_]+: .+"));
    }

    @Test
    void each_pattern_names_only_those_that_exist_and_is_one() {
        assertThat(names("[{][{](.*?)[}][}]")).allMatch(PATTERNS::has);
        assertThat(PATTERNS).allSatisfy(pattern -> Pattern.compile(pattern.asText()));
    }
}
