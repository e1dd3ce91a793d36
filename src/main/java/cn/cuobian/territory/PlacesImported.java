package cn.cuobian.territory;

/** Places were added or changed by an import. */
public record PlacesImported(int added, int changed) {
}
