package io.scimdoctor.capture.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each form in the lists has a sample that it reads by itself, and a near miss that yields no answer. */
final class FormsTest {
    /** Turns bytes into what a form is recognised from. */
    private interface Part<P> {
        P of(byte[] bytes) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> each_form_reads_its_sample_and_passes_over_its_near_miss() {
        List<DynamicTest> tests = new ArrayList<>();
        add(tests, Forms.Files.ALL, bytes -> ByteSource.open(new ByteArrayInputStream(bytes)));
        add(tests, Forms.RecordForms.ALL, bytes -> Json.read(text(bytes)));
        add(tests, Forms.TextForms.ALL, bytes -> new Printed(text(bytes), false));
        return tests.stream();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static <P> void add(List<DynamicTest> tests, List<Form<P>> forms, Part<P> part) {
        for (Form<P> form : forms) {
            String name = form.getClass().getSimpleName();
            tests.add(DynamicTest.dynamicTest(name, () -> {
                for (Path sample : resources(name + ".sample")) {
                    byte[] bytes = Files.readAllBytes(sample);
                    assertThat(found(form, part.of(bytes))).as("%s", sample).isPositive();
                    assertThat(Reading.of(bytes, Hints.NONE).captured())
                            .as("%s", sample)
                            .isNotEmpty();
                }
                for (Path miss : resources(name + ".miss")) {
                    assertThat(found(form, part.of(Files.readAllBytes(miss))))
                            .as("%s", miss)
                            .isZero();
                }
            }));
        }
    }

    private static List<Path> resources(String start) throws URISyntaxException {
        URL folder = Objects.requireNonNull(Form.class.getResource("."));
        List<Path> found = new ArrayList<>();
        for (URL place : List.of(folder, Objects.requireNonNull(Form.class.getResource("CallRecord.sample.json")))) {
            File parent = new File(place.toURI());
            File[] files = Objects.requireNonNull((parent.isDirectory() ? parent : parent.getParentFile())
                    .listFiles((inner, name) -> name.startsWith(start + ".")));
            Stream.of(files).map(File::toPath).forEach(found::add);
        }
        assertThat(found)
                .as("src/test/resources/io/scimdoctor/capture/form/%s.EXT", start)
                .isNotEmpty();
        return found;
    }

    private static <P> long found(Form<P> form, P part) throws IOException {
        Intake intake = CaptureReader.intake("-", Hints.NONE, new CaptureSink() {
            @Override
            public void exchange(Captured captured) {}

            @Override
            public void unreadable(Unreadable unreadable) {}
        });
        if (form.matches(part)) {
            form.read(part, intake);
        }
        return intake.found();
    }
}
