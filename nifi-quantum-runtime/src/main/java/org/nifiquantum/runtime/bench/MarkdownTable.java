// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.runtime.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A Markdown table whose columns line up, so that it can be read as it is and pasted into a page.
 *
 * @param numbers the columns, from 0, that are set to the right
 */
public record MarkdownTable(List<String> head, Set<Integer> numbers) {

    public MarkdownTable {
        head = List.copyOf(head);
        numbers = Set.copyOf(numbers);
    }

    /** The table of some rows of cells. */
    public String text(List<List<String>> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(head);
        lines.addAll(rows);
        int[] widths = widths(lines);
        StringBuilder text = new StringBuilder(line(head, widths));
        text.append('\n').append(rule(widths));
        rows.forEach(cells -> text.append('\n').append(line(cells, widths)));
        return text.toString();
    }

    private int[] widths(List<List<String>> lines) {
        int[] widths = new int[head.size()];
        for (List<String> cells : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(' ')
                    .append(numbers.contains(i) ? padding + cells.get(i) : cells.get(i) + padding)
                    .append(" |");
        }
        return line.toString();
    }

    private String rule(int[] widths) {
        StringBuilder rule = new StringBuilder("|");
        for (int i = 0; i < widths.length; i++) {
            rule.append(numbers.contains(i) ? "-".repeat(widths[i] + 1) + ":" : "-".repeat(widths[i] + 2))
                    .append('|');
        }
        return rule.toString();
    }
}
