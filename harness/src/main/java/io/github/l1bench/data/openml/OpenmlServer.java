package io.github.l1bench.data.openml;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * A server with OpenML's interface.
 *
 * @param base of its addresses, ending in a slash
 * @param mirror whether the data files, too, come from there, whatever their descriptions say
 */
record OpenmlServer(URI base, boolean mirror) {
    /** OpenML itself. */
    static final OpenmlServer PUBLIC = new OpenmlServer(URI.create("https://api.openml.org/"), false);

    private static final Set<String> WEB = Set.of("http", "https");

    /**
     * The mirror whose address a user names.
     *
     * @throws IllegalArgumentException if it is no address on the web
     */
    static OpenmlServer mirror(String address) {
        try {
            URI base = new URI(address.endsWith("/") ? address : address + "/");
            if (isOnTheWeb(base)) {
                return new OpenmlServer(base, true);
            }
        } catch (URISyntaxException e) {
            // the same sentence
        }
        throw new IllegalArgumentException("--mirror is given '" + address
                + "'; it takes the address of a server with OpenML's interface, such as https://api.openml.org");
    }

    /** Whether {@code address} is one from which something can be fetched. */
    static boolean isOnTheWeb(URI address) {
        return address.getHost() != null && address.getPath() != null && WEB.contains(address.getScheme());
    }

    /** Where data set {@code id} is described. */
    URI description(int id) {
        return base.resolve("api/v1/json/data/" + id);
    }

    /** Where the file of a data set is. */
    URI data(OpenmlDescription description) {
        URI url = description.url();
        return mirror ? base.resolve(url.getRawPath().replaceFirst("^/+", "")) : url;
    }
}
