package io.github.l1bench.data.openml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.l1bench.data.DataException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenmlDescriptionTest {
    private static final String MNIST = """
            {"data_set_description":{"id":"554","name":"mnist_784","version":"1","description":"**Author**: Yann ...",
            "format":"ARFF","creator":["Yann LeCun","Corinna Cortes"],"upload_date":"2014-09-29T03:28:38",
            "url":"https:\\/\\/api.openml.org\\/data\\/v1\\/download\\/52667\\/mnist_784.arff","file_id":"52667",
            "default_target_attribute":"class","visibility":"public","status":"active","tag":["OpenML-CC18"],
            "md5_checksum":"0298D579EB1B86163DE7723944C7E495"}}
            """;

    @Test
    void readsWhatOpenmlSaysOfMnist() {
        OpenmlDescription mnist = parse(MNIST);

        assertThat(mnist.id()).isEqualTo(554);
        assertThat(mnist.name()).isEqualTo("mnist_784");
        assertThat(mnist.version()).isEqualTo("1");
        assertThat(mnist.isActive()).isTrue();
        assertThat(mnist.url()).isEqualTo(URI.create("https://api.openml.org/data/v1/download/52667/mnist_784.arff"));
        assertThat(mnist.fileId()).isEqualTo("52667");
        assertThat(mnist.md5()).isEqualTo("0298d579eb1b86163de7723944c7e495");
        assertThat(mnist.target()).isEqualTo("class");
        assertThat(mnist.unused()).isEmpty();
    }

    @Test
    void numbersAreAsGoodAsTexts() {
        OpenmlDescription mnist = parse(MNIST.replace("\"554\"", "554").replace("\"52667\"", "52667"));

        assertThat(mnist.id()).isEqualTo(554);
        assertThat(mnist.fileId()).isEqualTo("52667");
    }

    @Test
    void whatIsNoFeatureIsAListOrHasCommasBetween() {
        assertThat(with("\"ignore_attribute\":[\"a\",\"b c\"]").unused()).containsExactlyInAnyOrder("a", "b c");
        assertThat(with("\"ignore_attribute\":\"a, b\",\"row_id_attribute\":\"id\"")
                        .unused())
                .containsExactlyInAnyOrder("a, b", "a", "b", "id");
        assertThat(with("\"ignore_attribute\":null,\"row_id_attribute\":[]").unused())
                .isEmpty();
    }

    @Test
    void severalTargetsHaveCommasBetween() {
        OpenmlDescription several = parse(MNIST.replace("\"class\"", "\"amazed, happy,sad\""));

        assertThat(several.target()).isEqualTo("amazed, happy,sad");
        assertThat(several.targets()).containsExactly("amazed", "happy", "sad");
        assertThat(parse(MNIST.replace("\"default_target_attribute\":\"class\",", ""))
                        .target())
                .isEmpty();
    }

    @Test
    void aDataSetInAnotherFormatIsRefused() {
        fails(MNIST.replace("\"ARFF\"", "\"Parquet\""), "openml:554 is stored as 'Parquet'");
        assertThat(parse(MNIST.replace("\"ARFF\"", "\"Sparse_ARFF\"")).id()).isEqualTo(554);
    }

    @Test
    void aStatusThatIsNotActiveIsKept() {
        OpenmlDescription other = parse(MNIST.replace("\"active\"", "\"deactivated\""));

        assertThat(other.isActive()).isFalse();
        assertThat(other.status()).isEqualTo("deactivated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    "id":"554"             | "id":"555"               | no usable id
                    "0298D579              | "0298                    | no usable md5_checksum
                    https:\\\\/\\\\/api    | ftp:\\\\/\\\\/api        | no usable url
                    https:\\\\/\\\\/api    | file:\\\\/\\\\/\\\\/api  | no usable url
                    https:\\\\/\\\\/api    | https:\\\\/\\\\/a b      | no usable url
                    https:\\\\/\\\\/api    | mailto:me@               | no usable url
                    """)
    void aFieldThatIsOfNoUseIsNamed(String field, String other, String complaint) {
        assertThat(MNIST).contains(field.replace("\\\\", "\\"));

        fails(MNIST.replace(field.replace("\\\\", "\\"), other.replace("\\\\", "\\")), complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "3", "{\"error\":{\"code\":\"111\",\"message\":\"Unknown dataset\"}}"})
    void otherJsonIsNoDescription(String json) {
        fails(json, "the description of openml:554 has no usable id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"data_set_description\":", "{\"a\":1} x", "\u0000"})
    void whatIsNoJsonIsSaidSo(String text) {
        fails(text, "the description of openml:554");
    }

    private static void fails(String json, String complaint) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> parse(json))
                .withMessageContaining(complaint);
    }

    private static OpenmlDescription with(String fields) {
        return parse(MNIST.replace("\"visibility\":\"public\"", fields));
    }

    private static OpenmlDescription parse(String json) {
        return OpenmlDescription.parse(554, json.getBytes(StandardCharsets.UTF_8));
    }
}
