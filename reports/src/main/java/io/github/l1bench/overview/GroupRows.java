package io.github.l1bench.overview;

import io.github.l1bench.page.Cell;
import io.github.l1bench.page.Column;
import io.github.l1bench.page.Html;
import io.github.l1bench.page.Table;
import java.util.ArrayList;
import java.util.List;

/** The table of kinds of data: who is first how often in each. */
final class GroupRows {
    private final Standing standing;
    private final List<Group> groups;
    private final Table<Group> table;

    GroupRows(Standing standing) {
        this.standing = standing;
        this.groups = Group.all(standing);
        List<Column<Group>> columns = new ArrayList<>();
        columns.add(Column.<Group>words("Kind of data", group -> Cell.text(group.name()))
                .filed("group", Group::name));
        columns.add(Column.<Group>data("trait", group -> group.trait().name()));
        columns.add(Column.<Group>number(
                        "Instances",
                        group -> group.instances().size(),
                        group -> "" + group.instances().size())
                .filed("instances", group -> group.instances().size()));
        columns.add(Column.words("Most often first", this::leaders).filed("leaders", this::names));
        for (int s = 0; s < standing.solvers().size(); s++) {
            int solver = s;
            String name = standing.solvers().get(s);
            columns.add(Column.<Group>numbers(name, group -> first(group, solver))
                    .explained("first on; below: within twice the fastest on")
                    .filed("first " + name, group -> group.first()[solver]));
            columns.add(Column.data("within2 " + name, group -> group.within2()[solver]));
        }
        this.table = new Table<>("Kinds of data", "matrix groups", columns);
    }

    private String names(Group group) {
        return Findings.list(
                group.leaders().stream().map(standing.solvers()::get).toList());
    }

    private Cell leaders(Group group) {
        return Cell.text(group.leaders().isEmpty() ? "nobody" : names(group)).as("words", null);
    }

    private static Cell first(Group group, int solver) {
        int near = group.within2()[solver];
        Cell cell = Cell.number(group.first()[solver], "" + group.first()[solver])
                .then(html -> html.element("small", near == 0 ? "" : "≤ 2× " + near));
        return group.leaders().contains(solver) ? cell.as("num best", cell.sort()) : cell;
    }

    void write(Html html) {
        table.write(html, groups);
    }

    String csv() {
        return table.csv(groups);
    }

    String latex() {
        return table.latex(groups);
    }
}
