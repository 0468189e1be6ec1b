package io.scimdoctor.cli;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of a command line in this process, with its own environment, and what it wrote. */
public record CommandRun(ExitCode code, String out, String err) {
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** Prepares a run. */
    public static Setup with() {
        return new Setup();
    }

    public static CommandRun of(String... args) {
        return with().run(args);
    }

    /** Everything that was written, wherever. */
    public String all() {
        return out + err;
    }

    /** What does not fit the schema that the jar ships, or nothing. */
    public List<String> schemaErrors() {
        return schemaErrors(out);
    }

    /** The same for a document that was written elsewhere. */
    public static List<String> schemaErrors(String json) {
        return Schema.errors(json);
    }

    /** The environment of a run. */
    public static final class Setup {
        private final Map<String, String> variables = new HashMap<>();
        private InstantSource clock = InstantSource.fixed(NOW);
        private byte[] in = {};
        private Environment.Terminals terminals = Environment.Terminals.NONE;

        public Setup variable(String name, String value) {
            variables.put(name, value);
            return this;
        }

        public Setup in(String text) {
            in = text.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        /** Somebody sits before a screen. */
        public Setup terminal() {
            terminals = new Environment.Terminals(true, true, true, 80);
            return this;
        }

        /** Nobody sits before a screen, but it is that wide. */
        public Setup width(int columns) {
            terminals = new Environment.Terminals(false, false, false, columns);
            return this;
        }

        public Setup clock(InstantSource source) {
            clock = source;
            return this;
        }

        public Setup realClock() {
            clock = InstantSource.system();
            return this;
        }

        /** A clock that moves by waiting alone, so that hours pass in no time. */
        public Setup clock(MovingClock moving) {
            clock = moving;
            return this;
        }

        public CommandRun run(String... args) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Source source = clock instanceof MovingClock moving ? new MovingSource(in, moving) : new Source(in);
            Environment environment =
                    new Environment(variables, out, err, terminals, clock, source, new Interrupts(), new Outgoing());
            ExitCode code = Main.run(args, environment);
            return new CommandRun(code, out.toString(), err.toString());
        }
    }

    /** A fixed input, and ids that count up. */
    private static class Source implements Environment.Source {
        private final InputStream in;
        private final AtomicInteger ids = new AtomicInteger();

        Source(byte[] in) {
            this.in = new ByteArrayInputStream(in);
        }

        @Override
        public InputStream in() {
            return in;
        }

        @Override
        public String newId() {
            return "00000000-0000-4000-8000-" + (100_000_000_000L + ids.incrementAndGet());
        }
    }

    /** The same, with waits that move the clock. */
    private static final class MovingSource extends Source {
        private final MovingClock clock;

        MovingSource(byte[] in, MovingClock clock) {
            super(in);
            this.clock = clock;
        }

        @Override
        public void pause(Duration duration, CountDownLatch stopped) {
            clock.move(duration);
        }
    }

    /** The schema, read once. */
    private static final class Schema {
        private static final URI ID = URI.create("urn:scimdoctor:schema:1.0");
        private static final Validator VALIDATOR = validator();

        static List<String> errors(String json) {
            Validator.Result result = VALIDATOR.validate(ID, json);
            return result.getErrors().stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getError())
                    .toList();
        }

        private static Validator validator() {
            Validator validator = new ValidatorFactory()
                    .withDialect(new Dialects.Draft2020Dialect())
                    .withJsonNodeFactory(new JacksonNode.Factory())
                    .createValidator();
            try (InputStream schema =
                    CommandRun.class.getResourceAsStream("/io/scimdoctor/schema/scimdoctor-1.0.json")) {
                validator.registerSchema(ID, new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return validator;
        }
    }
}
