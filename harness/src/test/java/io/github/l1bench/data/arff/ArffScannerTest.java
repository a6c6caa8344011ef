package io.github.l1bench.data.arff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.arff.ArffScanner.Token;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArffScannerTest {
    @Test
    void blanksPartWordsAndMarksStandForThemselves() throws IOException {
        assertThat(pieces(" a\tb,c {d}e\n")).containsExactly("a", "b", ",", "c", "{", "d", "}", "e", "/", ".");
    }

    @Test
    void everyKindOfLineEndIsOne() throws IOException {
        assertThat(pieces("a\nb\r\nc\rd\n\re")).containsExactly("a", "/", "b", "/", "c", "/", "d", "/", "/", "e", ".");
    }

    @Test
    void aByteOrderMarkIsLeftOut() throws IOException {
        assertThat(pieces("\ufeffa b")).containsExactly("a", "b", ".");
    }

    @Test
    void commentsAreLeftOutUpToTheEndOfTheirLine() throws IOException {
        assertThat(pieces("% 'it's {\n1 % a, b\r% more")).containsExactly("/", "1", "/", ".");
    }

    @Test
    void eitherQuoteHoldsTogetherWhatStandsBetweenTwoOfIt() throws IOException {
        assertThat(pieces("'a b,{%}\"' \"it's\" ''")).containsExactly("a b,{%}\"", "it's", "", ".");
    }

    @Test
    void aBackslashEscapesInsideQuotesOnly() throws IOException {
        assertThat(pieces("'\\'\\\"\\\\\\%\\n\\t\\r\\x' a\\nb")).containsExactly("'\"\\%\n\t\rx", "a\\nb", ".");
    }

    @Test
    void whatIsNoUtf8IsRefusedUnlessItIsAComment() throws IOException {
        assertThat(pieces("größe '日 本'")).containsExactly("größe", "日 本", ".");
        fails("a gr\ufffd", "'gr?' are no UTF-8");
        assertThat(pieces("% gr\ufffd\na")).containsExactly("/", "a", ".");
    }

    @Test
    void aQuestionMarkIsMissingUnlessItIsQuoted() throws IOException {
        ArffScanner scanner = scanner("? '?' ?? \"?\"");
        List<Boolean> missing = new ArrayList<>();
        while (scanner.next() == Token.WORD) {
            missing.add(scanner.word().isMissing());
        }

        assertThat(missing).containsExactly(true, false, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "255, 255",
        "007, 7",
        "123456789012345, 123456789012345",
        "1234567890123456789, 1234567890123456789",
        "-5, -5",
        "+5, 5",
        "1.5, 1.5",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "-1.5E-3, -0.0015",
        "0.1, 0.1"
    })
    void numbersAreReadToTheLastBit(String text, double value) throws IOException {
        ArffScanner scanner = scanner(text);
        scanner.next();

        assertThat(scanner.word().number()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    nan       | 'nan' is not finite
                    NaN       | 'NaN' is not finite
                    -Infinity | '-Infinity' is not finite
                    1e999     | '1e999' is beyond
                    x         | 'x' is no number
                    1x        | '1x' is no number
                    0x10      | '0x10' is no number
                    1d        | '1d' is no number
                    --1       | '--1' is no number
                    1.2.3     | '1.2.3' is no number
                    ''        | '' is no number
                    """)
    void whatIsNoNumberIsQuoted(String text, String complaint) throws IOException {
        ArffScanner scanner = scanner(text);
        scanner.next();

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(scanner.word()::number)
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    don't        | a quote stands inside 'don'
                    a"b          | a quote stands inside 'a'
                    50%          | stands directly behind '50'
                    'open        | the quote before 'open' is not closed
                    'open\\      | not closed
                    'a'b         | text stands directly behind the quoted 'a'
                    'it''s'      | text stands directly behind the quoted 'it'
                    """)
    void whatReadersDisagreeAboutIsRefused(String text, String complaint) {
        fails(("x\ny\n" + text), "text.arff, line 3: ", complaint);
    }

    @Test
    void aWordWithoutEndIsCutOff() {
        fails("x".repeat((1 << 20) + 1), "more than 1048576 characters");
    }

    @Test
    void aCommentOfOneHundredMegabytesTakesNoMemory() throws IOException {
        Reader endless = new Reader() {
            private int left = 100_000_000;

            @Override
            public int read(char[] out, int from, int length) {
                int count = Math.min(left, length);
                Arrays.fill(out, from, from + count, '%');
                left -= count;
                return count == 0 ? -1 : count;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };

        assertThat(new ArffScanner("long", endless).next()).isEqualTo(Token.END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000a", "a\u0000", "a \u0000"})
    void aZeroIsNoText(String text) {
        fails(text, "a zero character");
    }

    @Test
    void whatIsQuotedInMessagesIsShortAndSteersNoTerminal() {
        fails("'a\u001b[31m\u202e\u0007b", "'a?[31m??b'");
        fails(("'" + "x".repeat(1_000)), "'" + "x".repeat(64) + "...'");
    }

    private static void fails(String text, String... complaints) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> pieces(text))
                .satisfies(e -> assertThat(e.getMessage()).contains(complaints));
    }

    private static ArffScanner scanner(String text) throws IOException {
        return new ArffScanner("text.arff", new StringReader(text));
    }

    // A stroke for the end of a line, a full stop for that of the file.
    private static List<String> pieces(String text) throws IOException {
        ArffScanner scanner = new ArffScanner("text.arff", new StringReader(text));
        List<String> pieces = new ArrayList<>();
        for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
            pieces.add(
                    switch (token) {
                        case WORD -> scanner.word().text();
                        case COMMA -> ",";
                        case OPEN -> "{";
                        case CLOSE -> "}";
                        default -> "/";
                    });
        }
        pieces.add(".");
        return pieces;
    }
}
