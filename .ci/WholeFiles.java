import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Checks that every file in a folder is whole: JSON parses, pages end, pictures can be read. With further arguments,
 * also that the folder's run.json holds cells of those labels. Exit status 1 when something is not so.
 */
final class WholeFiles {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<String> wrong = new ArrayList<>();
        int files = 0;
        int temporary = 0;
        try (Stream<Path> all = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().matches("\\..*\\.part\\..*")) {
                    temporary++;
                } else if (!isWhole(file)) {
                    wrong.add(file + " is not whole");
                }
                files++;
            }
        }
        for (String label : missing(folder.resolve("run.json"), args)) {
            wrong.add(folder + " has lost the finished cell '" + label + "'");
        }
        wrong.forEach(System.out::println);
        if (args.length == 1 && wrong.isEmpty()) {
            System.out.println(files + " files, " + temporary + " of them temporary");
        }
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static Set<String> missing(Path run, String[] args) throws IOException {
        Set<String> labels = new HashSet<>(List.of(args).subList(1, args.length));
        if (!labels.isEmpty() && Files.exists(run)) {
            for (JsonNode cell : JSON.readTree(run.toFile()).path("cells")) {
                labels.remove(cell.path("label").asText());
            }
        }
        return labels;
    }

    private static boolean isWhole(Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, StandardCharsets.UTF_8);
        try {
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "json" -> JSON.readTree(content).isContainerNode();
                case "html" -> text.stripTrailing().endsWith("</html>");
                case "svg" -> document(content);
                case "png" -> text.contains("IEND") && ImageIO.read(new ByteArrayInputStream(content)) != null;
                case "pdf" -> text.startsWith("%PDF") && text.stripTrailing().endsWith("%%EOF");
                case "csv" -> text.endsWith("\n");
                default -> true;
            };
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean document(byte[] content) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content)) != null;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
