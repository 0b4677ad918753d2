"""The window of the manual: contents and search at the left, one page at the right. Nothing comes from the internet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.frame.manual_pages import START, Manual
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.filter_field import FilterField
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text, is_look_change, set_ground

ACTION = "action"
"""Links such as action:shortcuts do something in the window."""

_WIDEST = 760
_NAME = Qt.ItemDataRole.UserRole


class PageView(QTextBrowser):
    """Shows a page; pictures never wider than it is."""

    acted = Signal(str)
    """The name of an action whose link was followed."""

    def __init__(self, manual: Manual) -> None:
        super().__init__()
        self.setObjectName("help_page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._manual = manual
        self._drawn_for = 0
        self._wanted: list[str] = []
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(150)
        self._late.timeout.connect(self._draw_again)
        self.anchorClicked.connect(self._on_link)
        self.document().setDocumentMargin(scaled(24))

    @property
    def name(self) -> str:
        """The page that is shown."""
        return _name_of(self.source())

    def open(self, name: str, words: str = "", anchor: str = "") -> None:
        """Show a page, and mark the words that were looked for in it."""
        self._drawn_for = self.viewport().width()
        target = QUrl.fromLocalFile(str(self._manual.path(name)))
        if target != self.source():
            self.setSource(target, QTextDocument.ResourceType.MarkdownResource)
        self.mark(words)
        if anchor:
            self._go_to_heading(anchor)

    def mark(self, words: str) -> None:
        """Mark the words that are looked for, and come to the first of them."""
        self._wanted = words.split()
        self._mark()

    def _on_link(self, link: QUrl) -> None:
        if link.scheme() == ACTION:
            self.acted.emit(link.path())
        elif link.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(link)
        else:
            name, _, anchor = link.toString().partition("#")
            self.open(name.rsplit("/", 1)[-1].removesuffix(".md") or self.name, anchor=anchor)

    def _go_to_heading(self, anchor: str) -> None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and _anchor_of(block.text()) == anchor:
                cursor = QTextCursor(block)
                self.setTextCursor(cursor)
                self.verticalScrollBar().setValue(self.cursorRect(cursor).top() + self.verticalScrollBar().value())
                return
            block = block.next()

    def _mark(self) -> None:
        marks = []
        colors = Colors.of(self)
        for word in self._wanted:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(QColor(colors.due_soft))
                mark.format.setForeground(QColor(colors.due))
                marks.append((cursor.position(), mark))
                cursor = self.document().find(word, cursor)
        self.setExtraSelections([mark for _, mark in marks])
        if marks:
            first = self.textCursor()
            first.setPosition(min(position for position, _ in marks))
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def _draw_again(self) -> None:
        """The room for pictures has changed."""
        if self.viewport().width() != self._drawn_for:
            self._drawn_for = self.viewport().width()
            place = self.verticalScrollBar().value()
            self.reload()
            self._mark()
            self.verticalScrollBar().setValue(place)

    def _dress(self) -> None:
        """Room above heads and between paragraphs, quiet lines around tables."""
        self.document().setUndoRedoEnabled(False)
        block = self.document().begin()
        while block.isValid():
            spaced = block.blockFormat()
            level = spaced.headingLevel()
            if not block.textList() and QTextCursor(block).currentTable() is None:
                spaced.setTopMargin(scaled(20) if level == 2 else scaled(4))
                spaced.setBottomMargin(scaled(8))
                QTextCursor(block).setBlockFormat(spaced)
            block = block.next()
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                lined = frame.format()
                lined.setBorderBrush(QColor(Colors.of(self).line))
                lined.setCellPadding(scaled(6))
                lined.setBottomMargin(scaled(8))
                frame.setFormat(lined)

    @override
    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002  # Qt's word
    ) -> None:
        super().doSetSource(name, type)
        self._dress()

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind == QTextDocument.ResourceType.ImageResource.value:
            picture = QImage(str(self._manual.folder / QUrl(name).path().split("/help/")[-1].removeprefix("./")))
            room = max(scaled(200), self.viewport().width() - 2 * scaled(24) - scaled(4))
            if picture.width() > room:
                ratio = self.devicePixelRatioF()
                picture = picture.scaledToWidth(
                    min(picture.width(), round(room * ratio)), Qt.TransformationMode.SmoothTransformation
                )
                picture.setDevicePixelRatio(picture.width() / room)
            return picture
        return super().loadResource(kind, name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._late.start()


class HelpWindow(QWidget):
    """Stands beside the window of the program, as long as that is open."""

    def __init__(self, manual: Manual, act: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("help_window")
        self.setWindowTitle(translate("help", "Help"))
        self.setAccessibleName(translate("help", "Help"))
        self._manual = manual
        self.search = FilterField(
            "help_search", translate("help", "Search the manual"), translate("help", "Search the manual (Ctrl+F)")
        )
        self.search.setPlaceholderText(translate("help", "Search the manual"))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.contents = QListWidget()
        self.contents.setObjectName("help_contents")
        self.contents.setAccessibleName(translate("help", "Contents"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setWordWrap(True)
        self.nothing = Text(translate("help", "No page has these words."), "body", "muted", wrap=True)
        self.nothing.setObjectName("help_nothing")
        self.nothing.hide()
        self.page = PageView(manual)
        self.page.setAccessibleName(translate("help", "Page"))
        self.back = Button(translate("help", "Back"), "bare", icon="chevron-left", name="button_help_back")
        self.back.setToolTip(translate("help", "Back (Alt+Left)"))
        self.forward = Button(translate("help", "Forward"), "bare", icon="chevron-right", name="button_help_forward")
        self.forward.setToolTip(translate("help", "Forward (Alt+Right)"))
        self._put_together()
        self._connect(act)
        self._list_pages()
        room = self.screen().availableGeometry().size().expandedTo(parent.window().size())
        self.resize(QSize(scaled(980), scaled(700)).boundedTo(room))
        set_ground(self, "page")

    def show_page(self, name: str) -> None:
        """Come to the front with a page; with the contents where there is none of that name."""
        self.page.open(name if self._manual.page(name) is not None else START)
        self.show()
        self.raise_()
        self.activateWindow()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_together(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(scaled(8))
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        contents = Panel(8)
        contents.body.addWidget(self.contents)
        left.addWidget(contents, 1)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        side.setFixedWidth(scaled(232))
        keys = QHBoxLayout()
        keys.setSpacing(scaled(4))
        keys.addWidget(self.back)
        keys.addWidget(self.forward)
        keys.addStretch(1)
        panel = Panel(0)
        panel.body.addWidget(self.page)
        right = QVBoxLayout()
        right.setSpacing(scaled(8))
        right.addLayout(keys)
        right.addWidget(panel, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16))
        whole.setSpacing(scaled(16))
        whole.addWidget(side)
        whole.addLayout(right, 1)
        self.setTabOrder(self.search, self.contents)
        self.setTabOrder(self.contents, self.page)

    def _connect(self, act: Callable[[str], object]) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.went_down.connect(self._on_down)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.page.sourceChanged.connect(self._on_page)
        self.page.acted.connect(act)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.forwardAvailable.connect(self.forward.setEnabled)
        self.back.clicked.connect(self.page.backward)
        self.forward.clicked.connect(self.page.forward)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)

    def _list_pages(self) -> None:
        self._fill([(page.name, page.title, "") for page in self._manual.pages])

    def _fill(self, lines: list[tuple[str, str, str]]) -> None:
        self.contents.blockSignals(True)  # what is listed anew is not chosen
        self.contents.clear()
        for name, title, around in lines:
            item = QListWidgetItem(f"{title}\n{around}" if around else title)
            item.setData(_NAME, name)
            if not around:
                item.setSizeHint(QSize(0, scaled(30)))
            self.contents.addItem(item)
            if name == self.page.name:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(False)
        self.nothing.setVisible(not lines)

    def _on_typed(self, words: str) -> None:
        if words.strip():
            self._fill([(hit.name, hit.title, hit.around) for hit in self._manual.find(words)])
        else:
            self._list_pages()
        self.page.mark(words)

    def _on_down(self) -> None:
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.contents.currentRow() < 0:
            self.contents.setCurrentRow(0)
        self._on_chosen(self.contents.currentItem())

    def _on_chosen(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None:
            self.page.open(str(item.data(_NAME)), self.search.text())

    def _on_page(self, source: QUrl) -> None:
        self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_NAME) == _name_of(source):
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif alt and event.key() == Qt.Key.Key_Left:
            self.page.backward()
        elif alt and event.key() == Qt.Key.Key_Right:
            self.page.forward()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            set_ground(self, "page")


def _name_of(source: QUrl) -> str:
    return source.path().rsplit("/", 1)[-1].removesuffix(".md")


def _anchor_of(heading: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in heading.lower()).split())
