package io.github.l1bench.page;

import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Rung;
import io.github.l1bench.view.PeerWords;
import io.github.l1bench.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What other people's programs say of their answers, against what the certificate says of them. */
final class ClaimSection {
    static final String ID = "claims";

    // Of what a rung cost and came to, the rest stands on its program's page.
    private static final Set<String> SHOWN = Set.of("relativeGap", "aboveBound", "nonzeros", "testAccuracy", "seconds");

    private final RunView view;
    private final Marks marks;

    /** An answer of a program. */
    private record Claim(CellResult cell, Rung rung) {}

    ClaimSection(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
    }

    /** Whether there is an answer to judge. */
    boolean hasContent() {
        return !all().isEmpty();
    }

    private List<Claim> all() {
        return view.solved().stream()
                .filter(CellResult::isPeer)
                .flatMap(cell -> cell.peer().rungs().stream().map(rung -> new Claim(cell, rung)))
                .toList();
    }

    // The first and the last of each program.
    private List<Claim> ends() {
        return view.solved().stream()
                .filter(CellResult::isPeer)
                .flatMap(cell -> Stream.of(
                                cell.peer().rungs().get(0), cell.peer().last())
                        .distinct()
                        .map(rung -> new Claim(cell, rung)))
                .toList();
    }

    /** Every rung of every program, for files. */
    String csv() {
        return table().csv(all());
    }

    void write(Html html) {
        if (!hasContent()) {
            return;
        }
        html.open("section", "id", ID).element("h2", "What they say, and what is so");
        html.element(
                "p",
                "A program stops by a rule of its own and says that it has converged; its number means something else in"
                        + " each. The certificate is computed from data and coefficients alone. Of each program the loosest"
                        + " rung and the last.");
        table().write(html, ends(), claim -> claim.cell().label());
        html.open("details").element("summary", "Every rung of every program");
        table().write(html, all(), claim -> claim.cell().label());
        html.close("details").close("section");
    }

    private Table<Claim> table() {
        PeerColumns<Claim> shared = new PeerColumns<>(Claim::rung, claim -> view.bestBound(claim.cell()));
        List<Column<Claim>> columns = new ArrayList<>();
        columns.add(Column.<Claim>words(
                        "Program",
                        claim -> Cell.text("")
                                .then(html -> html.swatch(marks.of(claim.cell()))
                                        .element("span", claim.cell().label(), "class", "name")))
                .filed("label", claim -> claim.cell().label()));
        columns.add(Column.data("question", claim -> claim.cell().peer().question()));
        columns.add(shared.setting("Told"));
        columns.add(shared.note());
        columns.add(Column.<Claim>words("The certificate says", this::verdict)
                .filed("certified", claim -> claim.rung().certified()));
        shared.fits(view.run().data().testRows() > 0).forEach(column -> columns.add(onPages(column)));
        shared.costs().forEach(column -> columns.add(onPages(column)));
        return new Table<>("What programs say of their answers, and what the certificate says", "peers", columns);
    }

    private static Column<Claim> onPages(Column<Claim> column) {
        return SHOWN.contains(column.name()) ? column : Column.data(column.name(), column.value());
    }

    private Cell verdict(Claim claim) {
        return Cell.text("")
                .as(claim.rung().certified() ? "words good" : "words poor", null)
                .then(html -> html.element(
                        "strong", PeerWords.verdict(claim.cell(), claim.rung(), view.bestBound(claim.cell()))));
    }
}
